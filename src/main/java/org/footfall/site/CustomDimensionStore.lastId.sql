SELECT COALESCE(MAX(id), 0) AS last FROM custom_dimension WHERE site = ?
