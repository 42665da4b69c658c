SELECT DISTINCT d.segment_id AS id
FROM log_segment_day d
LEFT JOIN log_segment s ON s.id = d.segment_id
WHERE s.id IS NULL
ORDER BY d.segment_id
