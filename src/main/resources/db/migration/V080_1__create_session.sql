CREATE TABLE IF NOT EXISTS session (
  id_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the id only the browser knows',
  login VARCHAR(100) NOT NULL,
  remembered BOOLEAN NOT NULL COMMENT 'stay signed in when the browser closes',
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL COMMENT 'to some minutes',
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id_hash),
  KEY session_login (login),
  KEY session_expires_at (expires_at)
) COMMENT = 'Who is signed in to the pages'
