UPDATE custom_dimension SET name = ?, active = ?, extractions = ?, case_sensitive = ?
WHERE site = ? AND id = ?
