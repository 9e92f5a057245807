INSERT INTO settings (guild_id, name, value, set_at) VALUES
    (100000000000000001, 'zone', 'Europe/Chisinau', 1767268800000),
    (100000000000000001, 'digest', '300000000000000001', 1767268800000),
    (100000000000000001, 'mod_log', '200000000000000001', 1767268800000),
    (100000000000000002, 'language', 'ru', 1767268800000);
INSERT INTO settings_changes (guild_id, name, before, after, at, undone_at) VALUES
    (100000000000000001, 'mod_log', NULL, '200000000000000001', 1767268800000, NULL),
    (100000000000000002, 'language', NULL, 'ru', 1767268800000, NULL),
    (100000000000000002, 'zone', 'UTC', 'Europe/Bucharest', 1767268800000, 1767269000000);
INSERT INTO setup_creations (guild_id, actor_id, at, undone_at) VALUES (100000000000000001, 200000000000000001, 1767268800000, NULL);
INSERT INTO setup_channels (creation_id, guild_id, setting, name, outbox_id, state, channel_id, why) VALUES
    (1, 100000000000000001, 'category', 'Moderators', 1, 'made', 300000000000000001, NULL),
    (1, 100000000000000001, 'mod_log', 'mod-log', 2, 'failed', NULL, 'permission');
