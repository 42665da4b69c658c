INSERT INTO instance_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)
