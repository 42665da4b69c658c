SELECT from_day, zone FROM site_zone WHERE site = ? ORDER BY from_day
