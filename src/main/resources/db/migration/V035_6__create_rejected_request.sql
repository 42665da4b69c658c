CREATE TABLE IF NOT EXISTS rejected_request (
  id BIGINT NOT NULL AUTO_INCREMENT,
  shard INT NOT NULL,
  site INT NOT NULL COMMENT '0 = unreadable',
  rejected_at DATETIME(6) NOT NULL,
  replayed_at DATETIME(6) NULL COMMENT 'set before it is queued again, then the row goes',
  reason VARCHAR(500) NOT NULL,
  payload MEDIUMBLOB NOT NULL COMMENT 'as it was queued: no token, and no address while masking is on',
  PRIMARY KEY (id)
) ENGINE = InnoDB
