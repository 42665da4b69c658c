INSERT INTO site_zone (site, from_day, zone) VALUES (?, ?, ?)
