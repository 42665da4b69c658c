SELECT login, remembered, created_at, seen_at FROM session WHERE id_hash = ? AND expires_at > ?
