SELECT day, version
FROM log_day
WHERE site = ? AND day BETWEEN ? AND ?
