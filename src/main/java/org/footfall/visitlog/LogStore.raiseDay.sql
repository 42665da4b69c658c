INSERT INTO log_day (site, day, version)
VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE version = GREATEST(version, VALUES(version)), state = 0
