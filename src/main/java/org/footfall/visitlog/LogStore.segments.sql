SELECT s.id, s.shard, s.version
FROM log_segment_day d
JOIN log_segment s ON s.id = d.segment_id
WHERE d.site = ? AND d.day = ?
ORDER BY s.version DESC, s.id DESC
