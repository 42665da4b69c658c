CREATE TABLE IF NOT EXISTS archived_counts (
  site INT NOT NULL,
  source VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what was counted',
  period CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'D day, M month, Y year',
  from_day DATE NOT NULL COMMENT 'first day of the period',
  block SMALLINT NOT NULL COMMENT 'counts of many rows are in several',
  to_day DATE NOT NULL COMMENT 'the last day that is counted',
  fingerprint BIGINT NOT NULL COMMENT 'of the days counted and their versions',
  data LONGBLOB NOT NULL,
  PRIMARY KEY (site, source, period, from_day, block)
) ENGINE = InnoDB
