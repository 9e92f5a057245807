INSERT INTO appeal_questions (appeal_question_id, appeal_id, guild_id, asked_by, question, asked_at, sent, sent_why, answer, answered_at) VALUES
    (1, 2, 100000000000000001, 300000000000000002, 'Who was there?', 1767225900000, 'delivered', NULL, 'Ana and Dan', 1767226000000),
    (2, 2, 100000000000000001, 300000000000000002, 'And before that?', 1767226100000, 'failed', 'closed_dm', NULL, NULL);
