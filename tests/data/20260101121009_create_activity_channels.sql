INSERT INTO activity_channels (guild_id, channel_id, parent_id, name) VALUES
    (100000000000000001, 200000000000000001, NULL, 'general'), (100000000000000001, 200000000000000002, 200000000000000001, 'thread about the name of this channel');
