INSERT INTO activity_backfills (backfill_id, guild_id, reason, channel_id, since_ms, until_ms, state, messages, known, channels, failed, started_at, ended_at) VALUES
    (1, 100000000000000001, 'asked', 400000000000000001, 1767000000000, 1767261300000, 'done', 120, 3, 4, 0, 1767261300000, 1767261400000),
    (2, 100000000000000001, 'gap', NULL, 1767260000000, 1767261300000, 'running', 0, 0, 0, 0, 1767261300000, NULL);
