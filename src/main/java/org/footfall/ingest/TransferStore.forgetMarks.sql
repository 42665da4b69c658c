DELETE FROM transfer_mark
WHERE seen_at < ?
