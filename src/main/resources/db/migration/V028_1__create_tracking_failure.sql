CREATE TABLE IF NOT EXISTS tracking_failure (
  site INT NOT NULL COMMENT 'as it was sent, 0 = none, need not exist',
  kind TINYINT NOT NULL COMMENT '1 = no such site, 2 = without the right to',
  first_at DATETIME(6) NOT NULL,
  query TEXT NOT NULL COMMENT 'of the hit: no token, no address',
  url TEXT NOT NULL,
  PRIMARY KEY (site, kind)
) ENGINE = InnoDB
