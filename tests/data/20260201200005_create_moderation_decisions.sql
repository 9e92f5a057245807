INSERT INTO moderation_decisions (decision_id, guild_id, case_id, rung, state, order_id, decided_by, decided_at, case_number, at) VALUES
    (1, 100000000000000001, 3, '10 decide', 'open', NULL, NULL, NULL, NULL, 1767269000000),
    (2, 100000000000000001, 3, '3 timeout 1h', 'acted', 5, 300000000000000002, 1767269500000, 4, 1767269000000);
