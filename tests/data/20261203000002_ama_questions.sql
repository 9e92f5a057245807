INSERT INTO ama_questions (question_id, session_id, guild_id, number, shown, member_id, mark, text, context, state, merged_into, reason,
                           reviewed_by, claimed_by, claimed_at, asked_at, appeared_at) VALUES
    (7301, 1, 100000000000000001, 1, 'named', 300000000000000001, NULL, 'When does the map open?', 'I ask for my team.', 'answered', NULL, NULL,
     300000000000000002, 300000000000000002, 1767269100000, 1767261000000, 1767261100000),
    (99, 1, 100000000000000001, NULL, 'hidden', 300000000000000001, NULL, 'When will the map open?', NULL, 'merged', 7301, NULL,
     300000000000000002, NULL, NULL, 1767261200000, NULL),
    (512, 1, 100000000000000001, NULL, 'hidden', 300000000000000001, NULL, 'x', NULL, 'rejected', NULL, 'Not a question.',
     300000000000000002, NULL, NULL, 1767261300000, NULL),
    (41, 2, 100000000000000001, NULL, 'sealed', NULL, '00112233445566778899', 'Почему?', NULL, 'held', NULL, NULL,
     NULL, NULL, NULL, NULL, NULL);
