SELECT * FROM goal WHERE site = ? AND id = ? AND NOT deleted
