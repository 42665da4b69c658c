SELECT batch
FROM transfer_shard
WHERE shard = ?
FOR UPDATE
