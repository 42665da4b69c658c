SELECT day
FROM log_segment_day
WHERE site = ? AND segment_id = ?
