INSERT INTO site_counter (site, next_visit, next_visitor)
VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE next_visit = VALUES(next_visit), next_visitor = VALUES(next_visitor)
