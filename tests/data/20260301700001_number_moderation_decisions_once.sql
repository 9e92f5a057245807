INSERT INTO moderation_decisions (guild_id, case_id, rung, state, order_id, decided_by, decided_at, case_number, at) VALUES
    (100000000000000001, 3, '10 decide', 'dismissed', 6, 300000000000000002, 1767269600000, NULL, 1767269000000);
