UPDATE transfer_shard
SET attempts = 0
WHERE shard = ? AND lease_owner = ?
