SELECT
  bot,
  url,
  SUM(requests) AS requests,
  SUM(bytes) AS bytes,
  SUM(IF(http_status IN (404, 410), requests, 0)) AS missing,
  SUM(IF(http_status >= 500, requests, 0)) AS failed
FROM bot_request
WHERE site = ? AND day BETWEEN ? AND ?
GROUP BY bot, url
ORDER BY requests DESC, bot, url
LIMIT ?
