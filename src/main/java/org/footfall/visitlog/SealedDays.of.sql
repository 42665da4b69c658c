SELECT day, version
FROM log_day
WHERE site = ? AND day BETWEEN ? AND ? AND state > 0
