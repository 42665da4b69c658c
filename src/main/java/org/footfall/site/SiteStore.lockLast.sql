SELECT value FROM instance_setting WHERE name = 'last_site' FOR UPDATE
