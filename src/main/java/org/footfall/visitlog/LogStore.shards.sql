SELECT DISTINCT shard
FROM log_segment
WHERE level = 0 AND NOT damaged
