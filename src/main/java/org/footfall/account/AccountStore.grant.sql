INSERT INTO account_right (login, site, level) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE level = VALUES(level)
