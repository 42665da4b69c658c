SELECT * FROM goal WHERE site = ? AND NOT deleted ORDER BY id
