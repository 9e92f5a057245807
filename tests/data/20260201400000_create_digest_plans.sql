INSERT INTO digest_plans (guild_id, channel_id, weekday, minute_of_day, sections, next_week, next_at) VALUES
    (100000000000000001, 300000000000000001, 1, 540, 'activity,moderation', '2026-W47', 1795417200000),
    (100000000000000002, NULL, 5, 1080, NULL, NULL, NULL);
