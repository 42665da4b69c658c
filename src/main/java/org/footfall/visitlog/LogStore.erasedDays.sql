SELECT DISTINCT site, day
FROM log_tombstone
