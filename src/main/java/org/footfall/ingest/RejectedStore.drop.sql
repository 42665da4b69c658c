DELETE FROM rejected_request
WHERE id = ?
