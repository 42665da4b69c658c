SELECT 1 AS found
FROM archived_counts
WHERE site = ? AND segment = ? AND source = ? AND period = ? AND from_day = ? AND block = 0
  AND to_day = ? AND fingerprint = ?
