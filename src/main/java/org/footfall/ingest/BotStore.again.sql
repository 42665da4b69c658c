UPDATE bot_request
SET
  requests = requests + ?,
  bytes = LEAST(bytes + ?, 1000000000000000000),
  http_status = IF(? > 0, ?, http_status),
  last_request = GREATEST(last_request, ?)
WHERE site = ? AND day = ? AND bot = ? AND url_hash = ?
