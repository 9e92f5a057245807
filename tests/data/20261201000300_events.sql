INSERT INTO events (guild_id, source, source_row, author_id, channel_id, title, place, starts_at, ends_at, state, scheduled_id, offered_at) VALUES
    (1, 'polls', 7, 3, 7, 'Which evening suits you?', NULL, 1795000000000, 1795003600000, 'made', 99, 1794819600000),
    (1, 'polls', 8, NULL, 7, 'Куда пойдём?', 'Парк', 1795000000000, 1795003600000, 'failed', NULL, 1794819600000);
