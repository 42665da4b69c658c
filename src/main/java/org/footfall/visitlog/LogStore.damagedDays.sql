SELECT DISTINCT d.site, d.day
FROM log_segment s
JOIN log_segment_day d ON d.segment_id = s.id
WHERE s.damaged
