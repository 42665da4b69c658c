SELECT * FROM api_token WHERE login = ? ORDER BY created_at DESC
