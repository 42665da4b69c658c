SELECT STRAIGHT_JOIN c.source
FROM JSON_TABLE(?, '$[*]' COLUMNS (source VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
JOIN archived_counts c ON c.source = wanted.source
WHERE c.site = ? AND c.segment = ? AND c.period = ? AND c.from_day = ? AND c.block = 0
  AND c.to_day = ? AND c.fingerprint = ?
