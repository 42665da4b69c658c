SELECT * FROM goal ORDER BY site, id
