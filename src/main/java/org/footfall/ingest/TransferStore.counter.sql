SELECT next_visit, next_visitor, newest_action
FROM site_counter
WHERE site = ?
