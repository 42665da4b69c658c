SELECT id, shard, payload
FROM rejected_request
WHERE id > ? AND replayed_at IS NULL
ORDER BY id
LIMIT ?
