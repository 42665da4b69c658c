SELECT login, email, superuser, created_at FROM account ORDER BY login
