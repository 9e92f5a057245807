INSERT INTO activity_excluded (guild_id, channel_id, excluded_at) VALUES
    (100000000000000001, 400000000000000001, 1767261300000);
