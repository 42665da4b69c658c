UPDATE log_segment
SET damaged = TRUE
WHERE id = ?
