SELECT COUNT(*) AS n
FROM saved_segment
WHERE login = ?
