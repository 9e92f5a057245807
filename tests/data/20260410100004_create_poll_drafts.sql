INSERT INTO poll_drafts (guild_id, author_id, channel_id, asked, poll_id, cancelled, at) VALUES
    (100000000000000001, 300000000000000002, 200000000000000001, '{"question":"Which evening suits you?"}', 1, 0, 1767269050000),
    (100000000000000001, 300000000000000002, 200000000000000001, '{"question":"Куда пойдём?"}', NULL, 1, 1767269190000);
