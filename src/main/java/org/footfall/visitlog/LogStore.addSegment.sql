INSERT INTO log_segment (shard, level, version, format, row_count, byte_count)
VALUES (?, ?, ?, ?, ?, ?)
