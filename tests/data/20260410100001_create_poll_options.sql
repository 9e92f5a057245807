INSERT INTO poll_options (poll_id, guild_id, place, label, at) VALUES
    (1, 100000000000000001, 1, 'Friday', 1767628260000),
    (1, 100000000000000001, 2, 'Saturday 🎲', NULL);
