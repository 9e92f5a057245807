INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, delete_seconds) VALUES
    (9001, 100000000000000001, 9001, 'ban', 300000000000000001, 300000000000000002, 'Spam', 1767528260000, 86400);
