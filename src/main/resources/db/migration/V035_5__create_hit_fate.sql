CREATE TABLE IF NOT EXISTS hit_fate (
  day DATE NOT NULL COMMENT 'when it came in, UTC',
  site INT NOT NULL COMMENT '0 = no site is known',
  fate VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hits BIGINT NOT NULL,
  PRIMARY KEY (day, site, fate, reason)
) ENGINE = InnoDB
