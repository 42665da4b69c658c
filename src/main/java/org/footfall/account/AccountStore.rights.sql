SELECT site, level FROM account_right WHERE login = ?
