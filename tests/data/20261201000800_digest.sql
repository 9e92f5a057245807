INSERT INTO digest_plans (guild_id, weekday, minute_of_day, sections, next_week, next_at) VALUES
    (100000000000000001, 1, 540, 'activity,moderation', '2026-W47', 1795417200000),
    (100000000000000002, 5, 1080, NULL, NULL, NULL);
INSERT INTO digest_weeks
    (guild_id, week, content, due_at, rendered_at, late, state, channel_id, message_id, why) VALUES
    (100000000000000001, '2026-W45', '{"schema_version":1}', 1794207600000, 1794207600000, 0, 'posted',
     300000000000000001, 400000000000000001, NULL),
    (100000000000000001, '2026-W46', '{"schema_version":1}', 1794812400000, 1794898800000, 1, 'failed',
     300000000000000001, NULL, 'permission');
INSERT INTO digest_public_posts (digest_id, guild_id, state, channel_id, message_id, why)
    SELECT digest_id, guild_id, 'posted', 300000000000000002, 400000000000000002, NULL
    FROM digest_weeks WHERE week = '2026-W45';
INSERT INTO digest_public_posts (digest_id, guild_id, state, channel_id, message_id, why)
    SELECT digest_id, guild_id, 'failed', 300000000000000002, NULL, 'gone' FROM digest_weeks WHERE week = '2026-W46';
