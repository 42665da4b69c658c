SELECT 1 FROM known_order
WHERE site = ? AND order_id = ?
