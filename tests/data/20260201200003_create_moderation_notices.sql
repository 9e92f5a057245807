INSERT INTO moderation_notices (notice_id, guild_id, case_id, says, way, channel_id, state, why, order_id, at) VALUES
    (1, 100000000000000001, 3, 'case', 'dm', 200000000000000001, 'closed', 'closed_dm', 3, 1767269000000),
    (2, 100000000000000001, 3, 'case', 'channel', 200000000000000001, 'read', NULL, 4, 1767269100000);
