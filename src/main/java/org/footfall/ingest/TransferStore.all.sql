SELECT shard, batch
FROM transfer_shard
