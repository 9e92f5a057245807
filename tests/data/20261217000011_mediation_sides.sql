INSERT INTO mediation_sides (side_id, mediation_id, guild_id, member_id, answer, channel_id, sent, why, order_id, invited_at) VALUES
    (1, 1, 100000000000000001, 300000000000000001, 'accepted', 200000000000000001, 'delivered', NULL, NULL, 1767225600000),
    (2, 1, 100000000000000001, 300000000000000003, 'accepted', NULL, 'delivered', NULL, NULL, 1767225600000),
    (3, 2, 100000000000000001, 300000000000000001, 'declined', 200000000000000001, 'in_channel', NULL, NULL, 1767225600000),
    (4, 2, 100000000000000001, 300000000000000003, NULL, NULL, 'failed', 'closed_dm', NULL, 1767225600000);
