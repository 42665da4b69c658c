DELETE FROM archived_counts
WHERE site = ? AND segment = ?
