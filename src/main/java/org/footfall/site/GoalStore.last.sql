SELECT COALESCE(MAX(id), 0) AS last FROM goal WHERE site = ?
