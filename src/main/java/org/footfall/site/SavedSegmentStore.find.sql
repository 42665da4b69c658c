SELECT id, name, definition, site, login, shared, prepared, created_at, changed_at
FROM saved_segment
WHERE id = ?
