INSERT INTO contest_entries (entry_id, contest_id, guild_id, number, member_id, title, text, link, state, reason, reviewed_by, submitted_at, votes) VALUES
    (1, 1, 100000000000000001, 1, 300000000000000001, 'The old town', 'With all its gates.', 'https://example.org/map', 'approved', NULL, NULL, 1767226000000, 3),
    (2, 1, 100000000000000001, 2, 300000000000000002, 'The new town', NULL, NULL, 'rejected', 'Not a map.', 300000000000000001, 1767227000000, NULL),
    (3, 2, 100000000000000001, NULL, 300000000000000002, 'Старый город', NULL, NULL, 'pending', NULL, NULL, 1767228000000, NULL);
