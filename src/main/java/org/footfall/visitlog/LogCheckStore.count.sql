SELECT COUNT(*) AS segments
FROM log_segment
