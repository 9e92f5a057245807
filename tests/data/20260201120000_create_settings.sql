INSERT INTO settings (guild_id, name, value, set_at) VALUES
    (100000000000000001, 'mod_log', '200000000000000001', 1767268800000),
    (100000000000000002, 'language', 'ru', 1767268800000);
