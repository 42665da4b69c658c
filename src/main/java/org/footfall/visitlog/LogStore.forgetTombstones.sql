DELETE FROM log_tombstone
WHERE site = ? AND day = ?
