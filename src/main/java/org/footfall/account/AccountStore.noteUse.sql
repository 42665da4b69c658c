UPDATE api_token SET last_used_at = ? WHERE hash = ?
