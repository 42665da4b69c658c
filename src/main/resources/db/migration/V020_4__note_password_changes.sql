ALTER TABLE account
  ADD COLUMN IF NOT EXISTS password_changed_at DATETIME(6) NULL COMMENT 'Sessions from before it are over'
