SELECT site, day, version
FROM log_day
WHERE state = ?
