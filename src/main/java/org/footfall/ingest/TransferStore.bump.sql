UPDATE transfer_shard
SET batch = batch + 1
WHERE shard = ?
