DELETE FROM site_zone WHERE site = ? AND from_day >= ?
