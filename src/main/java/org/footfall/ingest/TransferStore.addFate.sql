INSERT INTO hit_fate (day, site, fate, reason, hits)
VALUES (?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE hits = hits + VALUES(hits)
