INSERT INTO feedback_items (item_id, theme_id, guild_id, author_id, channel_id, message_id, text, is_quote, is_public, said_at, tagged_at,
                            origin, within_id) VALUES
    (3, 1, 100000000000000001, NULL, NULL, NULL, 'It loses files, still.', 1, 0, 1767260000000, 1767261000000, 'surveys',
     200000000000000001);
