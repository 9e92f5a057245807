INSERT INTO digest_weeks
    (guild_id, week, content, due_at, rendered_at, late, state, channel_id, message_id, why) VALUES
    (100000000000000001, '2026-W45', '{"schema_version":1}', 1794207600000, 1794207600000, 0, 'posted',
     300000000000000001, 400000000000000001, NULL),
    (100000000000000001, '2026-W46', '{"schema_version":1}', 1794812400000, 1794898800000, 1, 'failed',
     300000000000000001, NULL, 'permission');
