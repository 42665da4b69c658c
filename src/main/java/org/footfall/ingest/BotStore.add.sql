INSERT INTO bot_request (site, day, bot, url_hash, url, requests, bytes, http_status, last_request)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  requests = requests + VALUES(requests),
  bytes = LEAST(bytes + VALUES(bytes), 1000000000000000000),
  http_status = IF(VALUES(http_status) > 0, VALUES(http_status), http_status),
  last_request = GREATEST(last_request, VALUES(last_request))
