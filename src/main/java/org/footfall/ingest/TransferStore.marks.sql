SELECT producer, sequence
FROM transfer_mark
WHERE shard = ?
