SELECT id, site, rejected_at, replayed_at, reason
FROM rejected_request
WHERE id > ?
ORDER BY id
LIMIT ?
