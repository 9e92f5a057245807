INSERT INTO contests (contest_id, guild_id, number, author_id, channel_id, title, closes_at, votes, review, state, thread_id, thread_order,
                      last_number, published_at, closed_at, closed_by, voters) VALUES
    (1, 100000000000000001, 1, 300000000000000001, 200000000000000001, 'Best map', 1767267000000, 3, 0, 'closed', 200000000000000009, NULL,
     2, 1767225600000, 1767267000000, NULL, 4),
    (2, 100000000000000001, 2, 300000000000000001, 200000000000000001, 'Лучшая карта', 1798803000000, 1, 1, 'open', NULL, NULL,
     0, 1767225600000, NULL, NULL, NULL);
