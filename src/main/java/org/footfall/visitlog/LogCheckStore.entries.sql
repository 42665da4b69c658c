SELECT segment_id, site, day, visits, actions
FROM log_segment_day
WHERE segment_id BETWEEN ? AND ?
ORDER BY segment_id, site, day
