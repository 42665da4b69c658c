SELECT login, email, superuser, created_at FROM account WHERE login = ?
