SELECT site, segment, since
FROM prepared_segment
