CREATE TABLE IF NOT EXISTS prepared_segment (
  site INT NOT NULL,
  segment VARBINARY(16) NOT NULL,
  since DATE NOT NULL COMMENT 'all days that are over are counted from here on',
  PRIMARY KEY (site, segment)
) ENGINE = InnoDB
