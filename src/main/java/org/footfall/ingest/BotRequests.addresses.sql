SELECT
  url AS what,
  SUM(requests) AS requests,
  COUNT(*) AS addresses,
  SUM(bytes) AS bytes,
  MAX(last_request) AS last_request
FROM bot_request
WHERE site = ? AND bot = ? AND day BETWEEN ? AND ?
GROUP BY url
ORDER BY requests DESC, url
LIMIT ?
