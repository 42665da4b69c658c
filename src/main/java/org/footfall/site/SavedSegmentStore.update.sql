UPDATE saved_segment
SET name = ?, definition = ?, site = ?, prepared = ?, shared = ?, changed_at = ?
WHERE id = ?
