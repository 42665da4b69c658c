DELETE FROM log_tombstone
WHERE site = ? AND day = ?
  AND NOT EXISTS (SELECT 1 FROM log_segment_day d WHERE d.site = log_tombstone.site AND d.day = log_tombstone.day)
