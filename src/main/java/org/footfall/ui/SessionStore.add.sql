INSERT INTO session (id_hash, login, remembered, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
