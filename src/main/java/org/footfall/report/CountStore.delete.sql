DELETE FROM archived_counts
WHERE site = ? AND source = ? AND period = ? AND from_day = ?
