CREATE TABLE IF NOT EXISTS custom_dimension (
  site INT NOT NULL,
  id INT NOT NULL,
  name VARCHAR(255) NOT NULL,
  scope VARCHAR(16) NOT NULL,
  slot INT NOT NULL,
  active BOOLEAN NOT NULL,
  extractions TEXT NOT NULL,
  case_sensitive BOOLEAN NOT NULL,
  PRIMARY KEY (site, id),
  UNIQUE KEY (site, scope, slot)
) ENGINE = InnoDB
