INSERT INTO prepared_segment (site, segment, since)
VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE since = VALUES(since)
