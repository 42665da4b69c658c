INSERT IGNORE INTO transfer_shard (shard)
VALUES (?)
