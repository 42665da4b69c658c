DELETE FROM account_right WHERE login = ? AND site = ?
