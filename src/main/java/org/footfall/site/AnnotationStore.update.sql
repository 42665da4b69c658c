UPDATE annotation SET day = ?, note = ?, starred = ? WHERE site = ? AND id = ?
