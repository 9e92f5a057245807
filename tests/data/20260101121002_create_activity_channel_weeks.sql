INSERT INTO activity_channel_weeks (guild_id, week, channel_id, messages, reactions, voice_seconds) VALUES
    (100000000000000001, 20451, 200000000000000001, 13, 3, 3600), (100000000000000001, 20458, 200000000000000001, 4, 0, 0);
