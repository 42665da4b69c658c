SELECT site, kind, first_at, query, url
FROM tracking_failure
WHERE first_at >= ?
ORDER BY site, kind
