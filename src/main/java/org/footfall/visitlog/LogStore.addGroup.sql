INSERT INTO log_segment_group (segment_id, column_groups, data)
VALUES (?, ?, ?)
