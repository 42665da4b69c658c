SELECT id, shard, version, level, row_count
FROM log_segment
WHERE level = 0 AND shard = ? AND NOT damaged
ORDER BY version, id
