SELECT * FROM api_token WHERE hash = ?
