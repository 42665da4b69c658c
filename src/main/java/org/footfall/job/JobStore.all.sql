SELECT job, description, began_at, took_ms, outcome, sentence FROM job_run ORDER BY job
