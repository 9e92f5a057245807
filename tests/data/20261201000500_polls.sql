INSERT INTO polls (guild_id, number, author_id, channel_id, question, kind, pick_min, pick_max, starts_at, closes_at, voters,
                   quorum, quorum_unit, results, ballot, ping_id, images, state, published_at, eligible, opened_at, closed_at,
                   closed_by, draw, tally, card_order, card_why, shown_at, result_order, result_why) VALUES
    (100000000000000001, 1, 300000000000000002, 200000000000000001, 'Which evening suits you?', 'single', 1, 1, NULL, 1767528260000,
     '400000000000000001', 20, 'percent', 'live', 'public', 400000000000000001, 0, 'closed', 1767269060000, 41, 1767269061000,
     1767528260000, NULL, 7, '{"voters":2,"counts":[1,1],"rounds":[],"winners":[1,2]}', 1, NULL, 1767269099000, NULL, 'gone'),
    (100000000000000001, 2, 300000000000000002, 200000000000000001, 'Куда пойдём?', 'ranked', 1, 3, 1767355460000, 1767628260000,
     '', NULL, NULL, 'after_close', 'secret', NULL, 1, 'scheduled', 1767269200000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO poll_options (poll_id, guild_id, place, label, at) VALUES
    (1, 100000000000000001, 1, 'Friday', 1767628260000),
    (1, 100000000000000001, 2, 'Saturday 🎲', NULL);
INSERT INTO poll_votes (poll_id, guild_id, voter, member_id, choices, complete, at) VALUES
    (1, 100000000000000001, CAST('300000000000000001' AS BLOB), 300000000000000001, '1', 1, 1767269070000),
    (2, 100000000000000001, x'0011223344556677889900112233445566778899001122334455667788990011', NULL, '2,1', 1, NULL);
INSERT INTO poll_images (draft_id, guild_id, place, name, bytes, poll_id, at) VALUES
    (2, 100000000000000001, 1, 'map.png', x'89504e470d0a1a0a', 2, 1767269200000),
    (3, 100000000000000001, 1, '1.jpg', x'ffd8ffe0', NULL, 1767269300000);
INSERT INTO poll_drafts (guild_id, author_id, channel_id, asked, poll_id, cancelled, at) VALUES
    (100000000000000001, 300000000000000002, 200000000000000001, '{"question":"Which evening suits you?"}', 1, 0, 1767269050000),
    (100000000000000001, 300000000000000002, 200000000000000001, '{"question":"Куда пойдём?"}', NULL, 1, 1767269190000),
    (100000000000000001, 300000000000000002, 200000000000000001, '{"question":"Where to?"}', NULL, 0, 1767269300000);
