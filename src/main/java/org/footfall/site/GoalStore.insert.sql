INSERT INTO goal (
  name, description, subject, pattern, pattern_kind, case_sensitive, several_a_visit, revenue,
  revenue_of_event, site, id, deleted)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)
