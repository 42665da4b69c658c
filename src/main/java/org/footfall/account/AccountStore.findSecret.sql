SELECT login, password_hash FROM account
WHERE login = ? OR (email = ? AND email <> '')
ORDER BY login = ? DESC
LIMIT 1
