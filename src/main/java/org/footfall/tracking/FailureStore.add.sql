INSERT IGNORE INTO tracking_failure (site, kind, first_at, query, url)
SELECT ?, ?, ?, ?, ?
FROM (SELECT COUNT(*) AS there FROM tracking_failure) AS counted
WHERE counted.there < ?
