CREATE TABLE IF NOT EXISTS api_token (
  hash BINARY(32) NOT NULL,
  login VARCHAR(100) NOT NULL,
  description VARCHAR(255) NOT NULL,
  secure_only BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NULL,
  last_used_at DATETIME(6) NULL,
  PRIMARY KEY (hash),
  KEY by_login (login)
) ENGINE = InnoDB
