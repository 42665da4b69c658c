SELECT visit_id
FROM log_tombstone
WHERE site = ? AND day = ?
ORDER BY visit_id
