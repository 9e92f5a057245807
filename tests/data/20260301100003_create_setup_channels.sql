INSERT INTO setup_channels (creation_id, guild_id, setting, name, outbox_id, state, channel_id, why) VALUES
    (1, 100000000000000001, 'category', 'Moderators', 1, 'made', 300000000000000001, NULL),
    (1, 100000000000000001, 'mod_log', 'mod-log', 2, 'failed', NULL, 'permission');
