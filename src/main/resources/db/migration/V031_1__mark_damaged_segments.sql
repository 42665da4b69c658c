ALTER TABLE log_segment
  ADD COLUMN IF NOT EXISTS damaged BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'set aside: neither read nor compacted',
  ADD INDEX IF NOT EXISTS by_level (level, shard, version)
