SELECT data
FROM archived_counts
WHERE site = ? AND segment = ? AND source = ? AND period = ? AND from_day = ? AND fingerprint = ?
ORDER BY block
