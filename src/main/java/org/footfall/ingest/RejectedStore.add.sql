INSERT INTO rejected_request (shard, site, rejected_at, reason, payload)
VALUES (?, ?, ?, ?, ?)
