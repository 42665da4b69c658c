CREATE TABLE IF NOT EXISTS site_counter (
  site INT NOT NULL,
  next_visit BIGINT NOT NULL,
  next_visitor INT NOT NULL,
  PRIMARY KEY (site)
) ENGINE = InnoDB
