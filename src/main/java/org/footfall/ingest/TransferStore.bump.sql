UPDATE transfer_shard
SET batch = ?
WHERE shard = ?
