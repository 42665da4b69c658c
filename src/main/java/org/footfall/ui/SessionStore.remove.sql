DELETE FROM session WHERE id_hash = ?
