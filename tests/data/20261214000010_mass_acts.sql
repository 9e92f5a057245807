INSERT INTO mass_acts (mass_id, guild_id, actor_id, channel_id, act, reason, seconds, delete_seconds, single, notify, state, decided_by, at, ended_at) VALUES
    (1, 100000000000000001, 300000000000000002, 400000000000000001, 'ban', 'Raid', NULL, 0, 0, 0, 'done', NULL, 1767261500000, 1767261600000),
    (2, 100000000000000001, 300000000000000002, 400000000000000001, 'kick', 'Spam', NULL, 0, 1, 1, 'held', NULL, 1767261500000, NULL);
