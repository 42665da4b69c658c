SELECT * FROM custom_dimension WHERE site = ? ORDER BY id
