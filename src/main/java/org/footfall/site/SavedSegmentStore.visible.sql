SELECT id, name, definition, site, login, shared, prepared, created_at, changed_at
FROM saved_segment
WHERE (? OR shared OR login = ?) AND (? OR site IN (0, ?))
ORDER BY name, id
