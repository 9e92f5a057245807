INSERT INTO case_edits (guild_id, case_id, editor_id, field, before, after, at) VALUES
    (100000000000000001, 3, 300000000000000002, 'reason', 'Called names', 'Called a newcomer names', 1767269060000),
    (100000000000000001, 4, 300000000000000002, 'until', '1767272600000', '', 1767269070000);
