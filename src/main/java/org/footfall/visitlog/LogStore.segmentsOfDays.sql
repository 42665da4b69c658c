SELECT s.id, s.damaged
FROM log_segment_day d
JOIN log_segment s ON s.id = d.segment_id
WHERE d.site = ? AND d.day BETWEEN ? AND ?
