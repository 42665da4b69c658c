INSERT IGNORE INTO instance_setting (name, value) VALUES ('secret', HEX(RANDOM_BYTES(32)))
