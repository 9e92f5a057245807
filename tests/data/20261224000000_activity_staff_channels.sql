INSERT INTO activity_staff_channels (guild_id, channel_id, seen_at) VALUES
    (100000000000000001, 400000000000000009, 1767261300000);
