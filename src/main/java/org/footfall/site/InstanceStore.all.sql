SELECT name, value FROM instance_setting
