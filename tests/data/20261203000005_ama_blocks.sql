INSERT INTO ama_blocks (session_id, guild_id, member_id, mark, blocked_by, at) VALUES
    (1, 100000000000000001, 300000000000000001, NULL, 300000000000000002, 1767269400000);
