DELETE FROM archived_counts
WHERE site = ? AND segment = ? AND source = ? AND period = ? AND from_day = ?
