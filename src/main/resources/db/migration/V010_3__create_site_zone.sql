CREATE TABLE IF NOT EXISTS site_zone (
  site INT NOT NULL,
  from_day DATE NOT NULL,
  zone VARCHAR(64) NOT NULL,
  PRIMARY KEY (site, from_day)
) ENGINE = InnoDB
