INSERT INTO transfer_mark (shard, producer, sequence, seen_at)
VALUES (?, ?, ?, ?)
ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), seen_at = VALUES(seen_at)
