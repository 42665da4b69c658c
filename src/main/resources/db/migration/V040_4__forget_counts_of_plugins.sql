-- They were counted without the browser, by which the report tells what the whole is
DELETE FROM archived_counts WHERE source = 'PLUGINS'
