INSERT INTO moderation_notices (guild_id, case_id, says, way, channel_id, state, why, order_id, at) VALUES
    (100000000000000001, 3, 'withdrawal', 'dm', 200000000000000001, 'delivered', NULL, 5, 1767269200000);
