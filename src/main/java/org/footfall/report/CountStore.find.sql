SELECT period, from_day, to_day, fingerprint
FROM archived_counts
WHERE site = ? AND source = ? AND from_day BETWEEN ? AND ? AND block = 0
