UPDATE transfer_shard
SET batch = ?, attempts = ?, lease_owner = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
WHERE shard = ? AND batch = ?
