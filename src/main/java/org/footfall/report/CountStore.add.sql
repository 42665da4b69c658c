INSERT INTO archived_counts
  (site, segment, source, period, from_day, block, to_day, fingerprint, data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
