UPDATE log_day
SET state = ?
WHERE site = ? AND day = ? AND version = ?
