INSERT INTO archived_counts (site, source, period, from_day, block, to_day, fingerprint, data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
