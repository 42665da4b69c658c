SELECT data
FROM log_segment_group
WHERE segment_id = ? AND column_groups & ? <> 0
ORDER BY column_groups
