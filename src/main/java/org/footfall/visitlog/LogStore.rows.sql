SELECT COALESCE(SUM(visits + actions), 0) AS rows_there
FROM log_segment_day
WHERE site = ? AND day BETWEEN ? AND ?
