DELETE FROM tracking_failure
WHERE first_at < ?
