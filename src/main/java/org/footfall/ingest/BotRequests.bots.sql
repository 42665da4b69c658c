SELECT
  bot AS what,
  SUM(requests) AS requests,
  COUNT(*) AS addresses,
  SUM(bytes) AS bytes,
  MAX(last_request) AS last_request
FROM bot_request
WHERE site = ? AND day BETWEEN ? AND ?
GROUP BY bot
ORDER BY requests DESC, bot
LIMIT ?
