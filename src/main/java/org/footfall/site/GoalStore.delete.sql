UPDATE goal SET deleted = TRUE WHERE site = ? AND id = ? AND NOT deleted
