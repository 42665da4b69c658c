CREATE TABLE IF NOT EXISTS bot_request (
  site INT NOT NULL,
  day DATE NOT NULL COMMENT 'of the site',
  bot VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  url_hash BIGINT NOT NULL COMMENT 'the first eight bytes of the SHA-256',
  url VARCHAR(1024) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL COMMENT 'empty for those beyond the most that are kept apart',
  requests BIGINT NOT NULL,
  bytes BIGINT NOT NULL COMMENT 'as far as the sender told them',
  http_status SMALLINT NOT NULL COMMENT 'of the last request that told one, 0 = none did',
  last_request DATETIME(6) NOT NULL,
  PRIMARY KEY (site, day, bot, url_hash)
) ENGINE = InnoDB
