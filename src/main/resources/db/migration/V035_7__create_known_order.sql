CREATE TABLE IF NOT EXISTS known_order (
  site INT NOT NULL,
  order_id VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL COMMENT 'the id that the site gave it',
  PRIMARY KEY (site, order_id)
) ENGINE = InnoDB
