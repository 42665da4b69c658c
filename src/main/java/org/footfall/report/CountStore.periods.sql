SELECT STRAIGHT_JOIN c.source, c.period, c.from_day, c.to_day, c.fingerprint
FROM JSON_TABLE(?, '$[*]' COLUMNS (source VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
JOIN archived_counts c ON c.source = wanted.source
WHERE c.site = ? AND c.segment = ? AND c.period IN ('M', 'Y') AND c.from_day BETWEEN ? AND ? AND c.block = 0
