SELECT login, email, superuser, created_at FROM account
WHERE login = ? AND (password_changed_at IS NULL OR password_changed_at <= ?)
