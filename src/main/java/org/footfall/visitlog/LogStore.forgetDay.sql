DELETE FROM log_day
WHERE site = ? AND day = ? AND version = ?
