SELECT d.site, d.day, MAX(s.version) AS version, MAX(l.version) AS told
FROM log_segment_day d
JOIN log_segment s ON s.id = d.segment_id
LEFT JOIN log_day l ON l.site = d.site AND l.day = d.day
GROUP BY d.site, d.day
HAVING told IS NULL OR told < MAX(s.version)
ORDER BY d.site, d.day
