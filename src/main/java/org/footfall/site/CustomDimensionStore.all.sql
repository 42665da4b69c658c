SELECT * FROM custom_dimension ORDER BY site, id
