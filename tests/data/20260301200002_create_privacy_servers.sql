INSERT INTO privacy_servers (guild_id, gone_at) VALUES (1, NULL), (2, 1770000000000);
