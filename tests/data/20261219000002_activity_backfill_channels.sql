INSERT INTO activity_backfill_channels (backfill_id, guild_id, channel_id, parent_id, name, kind, after_id, state) VALUES
    (2, 100000000000000001, 400000000000000001, NULL, 'general', 'text', 1456000000000000000, 'waiting'),
    (2, 100000000000000001, 400000000000000002, 400000000000000001, 'an answer', 'plain', 1456000000000000000, 'failed');
