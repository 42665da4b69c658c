SELECT l.site, l.day, s.id, s.shard, s.version, s.level, s.row_count
FROM log_day l
JOIN log_segment_day d ON d.site = l.site AND d.day = l.day
JOIN log_segment s ON s.id = d.segment_id
WHERE l.state > 0 AND l.site = ? AND l.day BETWEEN ? AND ? AND NOT s.damaged
ORDER BY l.day, s.version, s.id
