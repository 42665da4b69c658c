CREATE TABLE IF NOT EXISTS goal (
  site INT NOT NULL,
  id INT NOT NULL,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(255) NOT NULL,
  subject VARCHAR(32) NOT NULL,
  pattern VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  pattern_kind VARCHAR(16) NOT NULL,
  case_sensitive BOOLEAN NOT NULL,
  several_a_visit BOOLEAN NOT NULL,
  revenue DECIMAL(20, 2) NOT NULL,
  revenue_of_event BOOLEAN NOT NULL,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (site, id)
) ENGINE = InnoDB
