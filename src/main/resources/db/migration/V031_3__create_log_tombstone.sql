CREATE TABLE IF NOT EXISTS log_tombstone (
  site INT NOT NULL,
  day DATE NOT NULL,
  visit_id BIGINT NOT NULL,
  PRIMARY KEY (site, day, visit_id)
) ENGINE = InnoDB COMMENT = 'erased: readers leave it out, compaction takes it from the segments'
