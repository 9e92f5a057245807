INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, act, entry_id, pruned) VALUES
    (9003, 100000000000000001, 9003, 'kick', 100000000000000001, 300000000000000002, '', 1767528280000, 'applied', 500000000000000001, 12);
