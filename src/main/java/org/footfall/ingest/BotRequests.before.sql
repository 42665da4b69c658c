SELECT site
FROM bot_request
GROUP BY site
HAVING MIN(day) < ?
