DELETE FROM visitor
WHERE site = ? AND visitor_id = ?
