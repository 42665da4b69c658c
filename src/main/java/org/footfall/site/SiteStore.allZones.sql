SELECT site, from_day, zone FROM site_zone ORDER BY site, from_day
