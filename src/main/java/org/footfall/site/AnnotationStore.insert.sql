INSERT INTO annotation (day, note, starred, login, site, id)
VALUES (?, ?, ?, ?, ?, ?)
