SELECT DISTINCT site, day
FROM log_segment_day
WHERE site > ? OR (site = ? AND day > ?)
ORDER BY site, day
LIMIT 500
