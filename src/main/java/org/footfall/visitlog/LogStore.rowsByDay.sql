SELECT day, SUM(visits + actions) AS rows_there
FROM log_segment_day
WHERE site = ? AND day BETWEEN ? AND ?
GROUP BY day
