INSERT INTO saved_segment (name, definition, site, prepared, shared, login, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
