SELECT COUNT(*) AS addresses
FROM bot_request
WHERE site = ? AND day = ? AND bot = ?
