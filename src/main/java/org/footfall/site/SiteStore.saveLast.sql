UPDATE instance_setting SET value = ? WHERE name = 'last_site'
