DELETE FROM session WHERE expires_at <= ? LIMIT 1000
