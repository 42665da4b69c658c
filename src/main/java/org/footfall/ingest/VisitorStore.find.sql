SELECT STRAIGHT_JOIN v.visitor_id, v.ordinal, v.first_visit, v.last_visit, v.last_order, v.visits
FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) wanted
JOIN visitor v ON v.site = ? AND v.visitor_id = wanted.id
