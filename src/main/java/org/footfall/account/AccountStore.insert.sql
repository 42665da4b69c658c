INSERT INTO account (login, email, password_hash, superuser, created_at) VALUES (?, ?, ?, ?, ?)
