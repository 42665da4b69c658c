CREATE TABLE IF NOT EXISTS log_segment_day (
  site INT NOT NULL,
  day DATE NOT NULL,
  segment_id BIGINT NOT NULL,
  visits INT NOT NULL COMMENT 'rows in the segment, not distinct visits',
  actions INT NOT NULL,
  PRIMARY KEY (site, day, segment_id)
) ENGINE = InnoDB
