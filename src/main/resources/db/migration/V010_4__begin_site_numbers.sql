INSERT IGNORE INTO instance_setting (name, value) VALUES ('last_site', '0')
