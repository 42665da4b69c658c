INSERT IGNORE INTO daily_salt (day, salt) VALUES (?, ?)
