SELECT 1 AS found
FROM prepared_segment
WHERE site = ? AND segment = ?
