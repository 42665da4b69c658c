SELECT column_groups, data
FROM log_segment_group
WHERE segment_id = ?
ORDER BY column_groups
