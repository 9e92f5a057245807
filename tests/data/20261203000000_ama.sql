INSERT INTO ama_sessions (guild_id, number, author_id, title, channel_id, thread_id, thread_order, stage_id, starts_at, closes_at,
                          anonymity, review, most, state, last_number, current_id, published_at, opened_at, closed_at,
                          closed_by, statistics) VALUES
    (100000000000000001, 1, 300000000000000002, 'Ask Ana about the map', 200000000000000001, 200000000000000009, 1, NULL, 1767269060000, 1767276260000,
     'hidden', 1, 3, 'closed', 2, NULL, 1767260000000, 1767269060500, 1767276260000, 300000000000000002, '{"questions":3}'),
    (100000000000000001, 2, 300000000000000002, 'Что дальше? 🎲', 200000000000000001, NULL, NULL, 200000000000000002, NULL, 1767976260000,
     'sealed', 1, 3, 'open', 0, NULL, 1767960000000, 1767960000000, NULL, NULL, NULL);
