CREATE TABLE IF NOT EXISTS log_day (
  site INT NOT NULL,
  day DATE NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (site, day)
) ENGINE = InnoDB
