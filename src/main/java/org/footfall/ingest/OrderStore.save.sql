INSERT INTO known_order (site, order_id)
VALUES (?, ?)
