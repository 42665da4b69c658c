CREATE TABLE IF NOT EXISTS transfer_shard (
  shard INT NOT NULL,
  batch BIGINT NOT NULL DEFAULT 0 COMMENT 'the last batch, whoever writes the log locks this row and raises the number',
  attempts INT NOT NULL DEFAULT 0 COMMENT 'processes that began the next batch and have not finished it',
  lease_owner VARCHAR(64) NULL COMMENT 'the node that should work on the shard, to save work',
  lease_until DATETIME(6) NULL,
  PRIMARY KEY (shard)
) ENGINE = InnoDB
