CREATE TABLE IF NOT EXISTS transfer_mark (
  shard INT NOT NULL,
  producer VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL COMMENT 'the highest that is in the log',
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (shard, producer)
) ENGINE = InnoDB
