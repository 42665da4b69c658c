CREATE TABLE IF NOT EXISTS saved_segment (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(255) NOT NULL,
  definition TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  site INT NOT NULL COMMENT '0 for every site',
  login VARCHAR(100) NOT NULL COMMENT 'whose it is',
  shared BOOLEAN NOT NULL COMMENT 'with all who may see the site',
  prepared BOOLEAN NOT NULL COMMENT 'counted before somebody asks',
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY by_login (login)
) ENGINE = InnoDB
