UPDATE account SET password_hash = ?, password_changed_at = ? WHERE login = ?
