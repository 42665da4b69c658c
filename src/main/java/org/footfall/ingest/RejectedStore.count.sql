SELECT COUNT(*) AS rows_there
FROM rejected_request
