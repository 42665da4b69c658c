INSERT IGNORE INTO log_tombstone (site, day, visit_id)
VALUES (?, ?, ?)
