INSERT INTO log_segment_day (site, day, segment_id, visits, actions)
VALUES (?, ?, ?, ?, ?)
