DELETE FROM log_segment_group
WHERE segment_id = ?
