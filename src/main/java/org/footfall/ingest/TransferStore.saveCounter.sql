INSERT INTO site_counter (site, next_visit, next_visitor, newest_action)
VALUES (?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  next_visit = VALUES(next_visit),
  next_visitor = VALUES(next_visitor),
  newest_action = VALUES(newest_action)
