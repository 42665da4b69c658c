SELECT * FROM annotation WHERE site = ? AND id = ?
