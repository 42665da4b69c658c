UPDATE session SET seen_at = ?, expires_at = ? WHERE id_hash = ?
