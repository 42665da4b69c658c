DELETE FROM annotation WHERE site = ?
