SELECT * FROM annotation WHERE site = ? AND day BETWEEN ? AND ? ORDER BY day, id
