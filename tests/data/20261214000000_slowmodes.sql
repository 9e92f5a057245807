INSERT INTO slowmodes (slowmode_id, guild_id, channel_id, actor_id, before, seconds, log_order, at) VALUES
    (1, 100000000000000001, 400000000000000001, 300000000000000002, 0, 30, NULL, 1767261200000);
