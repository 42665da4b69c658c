CREATE TABLE IF NOT EXISTS visitor (
  site INT NOT NULL,
  visitor_id BIGINT NOT NULL COMMENT 'eight bytes, the first one highest',
  ordinal INT NOT NULL COMMENT 'dense number within the site',
  first_visit INT UNSIGNED NOT NULL COMMENT 'unix seconds, as the next two',
  last_visit INT UNSIGNED NOT NULL COMMENT 'when the latest visit began',
  last_order INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0 = never',
  visits INT NOT NULL,
  PRIMARY KEY (site, visitor_id)
) ENGINE = InnoDB
