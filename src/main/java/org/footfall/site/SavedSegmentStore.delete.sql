DELETE FROM saved_segment
WHERE id = ?
