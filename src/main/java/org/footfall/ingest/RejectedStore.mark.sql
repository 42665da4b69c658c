UPDATE rejected_request
SET replayed_at = ?
WHERE id = ?
