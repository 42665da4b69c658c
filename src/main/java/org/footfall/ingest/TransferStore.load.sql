SELECT batch, attempts
FROM transfer_shard
WHERE shard = ?
