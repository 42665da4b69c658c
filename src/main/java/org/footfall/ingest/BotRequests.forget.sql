DELETE FROM bot_request
WHERE site = ? AND day < ?
ORDER BY site, day, bot, url_hash
LIMIT ?
