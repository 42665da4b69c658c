ALTER TABLE archived_counts
  ADD COLUMN IF NOT EXISTS segment VARBINARY(16) NOT NULL DEFAULT ''
    COMMENT 'hash of the segment, empty for all visits' AFTER site,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (site, segment, source, period, from_day, block)
