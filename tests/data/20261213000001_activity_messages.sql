INSERT INTO activity_messages (guild_id, channel_id, week, from_id, messages) VALUES
    (100000000000000001, 200000000000000001, 20451, 0, x'');
