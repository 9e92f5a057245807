INSERT INTO reports (report_id, guild_id, number, member_id, channel_id, message_id, quote, about_staff, state, opened_at, claimed_by, claimed_at,
                     decided_by, decided_at, case_number, deletion, deletion_why) VALUES
    (1, 100000000000000001, 1, 300000000000000001, 200000000000000001, 400000000000000001, 'Buy my coins!', 0, 'acted', 1767225600000,
     300000000000000002, 1767225700000, 300000000000000002, 1767225800000, 1, 'done', NULL),
    (2, 100000000000000001, 2, 300000000000000001, NULL, NULL, NULL, 1, 'open', 1767225600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
