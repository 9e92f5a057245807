INSERT INTO purges (purge_id, guild_id, channel_id, actor_id, member_id, people, chosen, deleted, failed, unknown, why, log_order, at) VALUES
    (1, 100000000000000001, 400000000000000001, 300000000000000002, 200000000000000001, 1, 120, 100, 20, 0, 'permission', NULL, 1767261000000),
    (2, 100000000000000001, 400000000000000001, 300000000000000002, NULL, 3, 5, 5, 0, 0, NULL, NULL, 1767261100000);
