INSERT INTO job_run (job, description, began_at, took_ms, outcome, sentence)
VALUES (?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  description = VALUES(description),
  began_at = VALUES(began_at),
  took_ms = VALUES(took_ms),
  outcome = VALUES(outcome),
  sentence = VALUES(sentence)
