INSERT INTO polls (guild_id, number, author_id, channel_id, question, kind, pick_min, pick_max, starts_at, closes_at, voters,
                   quorum, quorum_unit, results, ballot, ping_id, images, state, published_at, eligible, opened_at, closed_at,
                   closed_by, draw, tally, card_order, card_why, shown_at, result_order, result_why) VALUES
    (100000000000000001, 1, 300000000000000002, 200000000000000001, 'Which evening suits you?', 'single', 1, 1, NULL, 1767528260000,
     '400000000000000001', 20, 'percent', 'live', 'public', 400000000000000001, 0, 'closed', 1767269060000, 41, 1767269061000,
     1767528260000, NULL, 7, '{"voters":2,"counts":[1,1],"rounds":[],"winners":[1,2]}', 1, NULL, 1767269099000, NULL, 'gone'),
    (100000000000000001, 2, 300000000000000002, 200000000000000001, 'Куда пойдём?', 'ranked', 1, 3, 1767355460000, 1767628260000,
     '', NULL, NULL, 'after_close', 'secret', NULL, 1, 'scheduled', 1767269200000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
