SELECT * FROM api_token
