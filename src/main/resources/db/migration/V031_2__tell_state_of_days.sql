ALTER TABLE log_day
  ADD COLUMN IF NOT EXISTS state TINYINT NOT NULL DEFAULT 0 COMMENT '0 open, 1 sealed, 2 sealed and archived',
  ADD INDEX IF NOT EXISTS by_state (state, site, day)
