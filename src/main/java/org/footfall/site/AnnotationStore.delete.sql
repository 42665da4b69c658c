DELETE FROM annotation WHERE site = ? AND id = ?
