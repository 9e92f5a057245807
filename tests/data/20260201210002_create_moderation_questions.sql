INSERT INTO moderation_questions (guild_id, case_id, actor_id, reason, at, answered_at) VALUES
    (100000000000000001, 4, 300000000000000002, 'It was somebody else', 1767269300000, NULL),
    (100000000000000001, 3, 300000000000000002, 'Ошиблись', 1767269400000, 1767269410000);
