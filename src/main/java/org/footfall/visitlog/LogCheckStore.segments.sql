SELECT id, shard, level, version, row_count, byte_count
FROM log_segment
WHERE id > ?
ORDER BY id
LIMIT 400
