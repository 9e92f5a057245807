INSERT INTO feedback_items (item_id, theme_id, guild_id, author_id, channel_id, message_id, text, is_quote, is_public, said_at, tagged_at) VALUES
    (1, 1, 100000000000000001, 300000000000000001, 200000000000000001, 400000000000000001, 'My export lost three files.', 1, 1,
     1767260000000, 1767261000000),
    (2, 1, 100000000000000001, NULL, NULL, NULL, 'Heard it at the stand.', 0, 1, 1767260000000, 1767261000000);
