DELETE FROM tracking_failure
WHERE site = ? AND kind = ?
