INSERT INTO appeals (appeal_id, guild_id, number, case_id, member_id, text, state, opened_at, decided_by, decided_at, alone, reason, told, told_why) VALUES
    (1, 100000000000000001, 1, 1, 300000000000000001, 'It was a joke among friends.', 'denied', 1767225600000, 300000000000000002, 1767225700000, 0,
     'Nobody laughed.', 'failed', 'closed_dm'),
    (2, 100000000000000001, 2, 1, 300000000000000001, 'Я не хотел никого обидеть', 'open', 1767225800000, NULL, NULL, 0, NULL, NULL, NULL);
