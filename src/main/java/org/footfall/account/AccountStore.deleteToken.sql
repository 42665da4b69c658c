DELETE FROM api_token WHERE login = ? AND hash = ?
