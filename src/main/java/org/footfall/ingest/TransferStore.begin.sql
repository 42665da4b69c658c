UPDATE transfer_shard
SET attempts = attempts + ?, lease_owner = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
WHERE shard = ?
  AND batch = ?
  AND (lease_owner IS NULL OR lease_owner = ? OR lease_until < UTC_TIMESTAMP(6))
