SELECT COALESCE(MAX(id), -1) AS last, COUNT(*) AS n FROM annotation WHERE site = ?
