SELECT next_visit, next_visitor
FROM site_counter
WHERE site = ?
