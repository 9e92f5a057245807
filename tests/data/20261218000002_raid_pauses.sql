INSERT INTO raid_pauses (pause_id, guild_id, raid_id, what, actor_id, at, until, state, why) VALUES
    (1, 100000000000000001, 1, 'invites', 300000000000000002, 1767261120000, 1767264720000, 'done', NULL),
    (2, 100000000000000001, 1, 'dms', 300000000000000002, 1767261130000, 1767264730000, 'failed', 'permission');
