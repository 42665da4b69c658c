DELETE FROM prepared_segment
WHERE site = ? AND segment = ?
