DELETE FROM log_segment
WHERE id = ? AND NOT damaged
