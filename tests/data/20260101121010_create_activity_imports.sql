INSERT INTO activity_imports (guild_id, channel_id, fingerprint, messages, imported_at) VALUES
    (100000000000000001, 200000000000000001, -7046029254386353131, 17, 1767268800000);
