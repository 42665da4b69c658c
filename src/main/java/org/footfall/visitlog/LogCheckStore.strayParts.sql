SELECT DISTINCT g.segment_id AS id
FROM log_segment_group g
LEFT JOIN log_segment s ON s.id = g.segment_id
WHERE s.id IS NULL
ORDER BY g.segment_id
