SELECT s.id, s.shard, s.version, s.level, s.row_count
FROM log_segment_day d
JOIN log_segment s ON s.id = d.segment_id
WHERE d.site = ? AND d.day = ? AND NOT s.damaged
ORDER BY s.version DESC, s.id DESC
