SELECT * FROM site WHERE id = ?
