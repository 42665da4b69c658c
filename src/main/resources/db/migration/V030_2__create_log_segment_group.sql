CREATE TABLE IF NOT EXISTS log_segment_group (
  segment_id BIGINT NOT NULL,
  column_groups TINYINT UNSIGNED NOT NULL COMMENT 'bit set: 1 core, 2 detail, 4 rare',
  data LONGBLOB NOT NULL,
  PRIMARY KEY (segment_id, column_groups)
) ENGINE = InnoDB
