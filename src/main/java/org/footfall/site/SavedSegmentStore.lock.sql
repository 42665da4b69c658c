SELECT login
FROM account
WHERE login = ?
FOR UPDATE
