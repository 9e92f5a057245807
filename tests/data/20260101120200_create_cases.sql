INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at) VALUES
    (1, 100000000000000001, 1, 'note', 300000000000000001, 300000000000000002, 'Knows the rules of the chess club', 1767268800000),
    (2, 100000000000000001, 2, 'ban', 300000000000000001, 300000000000000002, 'Спам; «quotes» and ''apostrophes''', 1767268900000);
