SELECT login, site, level FROM account_right
