CREATE TABLE IF NOT EXISTS account_right (
  login VARCHAR(100) NOT NULL,
  site INT NOT NULL,
  level VARCHAR(16) NOT NULL,
  PRIMARY KEY (login, site)
) ENGINE = InnoDB
