INSERT INTO visitor (site, visitor_id, ordinal, first_visit, last_visit, last_order, visits)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  ordinal = VALUES(ordinal),
  first_visit = VALUES(first_visit),
  last_visit = VALUES(last_visit),
  last_order = VALUES(last_order),
  visits = VALUES(visits)
