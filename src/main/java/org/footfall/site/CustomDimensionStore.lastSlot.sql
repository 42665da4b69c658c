SELECT COALESCE(MAX(slot), 0) AS last FROM custom_dimension WHERE site = ? AND scope = ?
