INSERT INTO activity_channel_weeks (guild_id, week, channel_id, messages, reactions, voice_seconds) VALUES
    (100000000000000001, 20451, 200000000000000001, 12, 3, 0),
    (100000000000000001, 20451, 200000000000000002, 0, 0, 1800);
