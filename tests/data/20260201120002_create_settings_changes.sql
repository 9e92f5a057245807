INSERT INTO settings_changes (guild_id, name, before, after, at, undone_at) VALUES
    (100000000000000001, 'mod_log', NULL, '200000000000000001', 1767268800000, NULL),
    (100000000000000002, 'language', NULL, 'ru', 1767268800000, NULL),
    (100000000000000002, 'zone', 'UTC', 'Europe/Bucharest', 1767268800000, 1767269000000);
