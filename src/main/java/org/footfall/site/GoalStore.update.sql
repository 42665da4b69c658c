UPDATE goal SET
  name = ?, description = ?, subject = ?, pattern = ?, pattern_kind = ?, case_sensitive = ?,
  several_a_visit = ?, revenue = ?, revenue_of_event = ?
WHERE site = ? AND id = ? AND NOT deleted
