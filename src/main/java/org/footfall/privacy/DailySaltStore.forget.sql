DELETE FROM daily_salt WHERE day < ?
