INSERT INTO activity_imports (guild_id, channel_id, fingerprint, messages, imported_at) VALUES
    (100000000000000001, 200000000000000001, -8123456789012345678, 2, 1767272400000);
