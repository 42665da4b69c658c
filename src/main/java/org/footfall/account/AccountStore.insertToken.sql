INSERT INTO api_token (hash, login, description, secure_only, created_at, expires_at)
VALUES (?, ?, ?, ?, ?, ?)
