INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at) VALUES
    (9002, 100000000000000001, 9002, 'kick', 300000000000000001, 300000000000000002, 'Spam', 1767528270000);
