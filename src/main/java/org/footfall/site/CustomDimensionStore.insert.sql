INSERT INTO custom_dimension (site, id, name, scope, slot, active, extractions, case_sensitive)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
