SELECT id, shard, payload
FROM rejected_request
WHERE id = ?
