INSERT IGNORE INTO instance_setting (name, value) VALUES ('shards', '16')
