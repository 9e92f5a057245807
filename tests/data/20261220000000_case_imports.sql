INSERT INTO case_imports (import_id, guild_id, actor_id, source, file, added, first_number, known, left_out, with_points, at, undone_at, undone_by) VALUES
    (1, 100000000000000001, 300000000000000002, 'zeppelin', 'export.json', 1, 9010, 2, 1, 0, 1767261500000, NULL, NULL),
    (2, 100000000000000001, 300000000000000002, 'steward', 'cases.csv', 1, 9011, 0, 0, 1, 1767261500000, 1767261600000, 300000000000000002);
