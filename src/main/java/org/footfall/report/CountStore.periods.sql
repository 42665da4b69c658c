SELECT period, from_day, to_day, fingerprint
FROM archived_counts
WHERE site = ? AND source = ? AND period IN ('M', 'Y') AND from_day BETWEEN ? AND ? AND block = 0
