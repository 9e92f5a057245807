INSERT INTO channel_locks (lock_id, guild_id, channel_id, actor_id, reason, overwrites, state, why, unlocked_by, log_order, at, ended_at) VALUES
    (1, 100000000000000001, 400000000000000001, 300000000000000002, 'Raid', '[{"id":100000000000000001,"of_member":false,"before":null,"after":{"allow":"0","deny":"2048"}}]', 'locked', NULL, NULL, NULL, 1767261300000, NULL),
    (2, 100000000000000001, 400000000000000002, 300000000000000002, '', NULL, 'unlocked', NULL, 300000000000000003, NULL, 1767261300000, 1767261400000);
