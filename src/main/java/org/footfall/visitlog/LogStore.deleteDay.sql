DELETE FROM log_segment_day
WHERE site = ? AND day = ? AND segment_id = ?
