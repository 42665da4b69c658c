UPDATE account SET password_hash = ? WHERE login = ?
