INSERT INTO contest_files (entry_id, guild_id, name, bytes) VALUES (1, 100000000000000001, '1.png', x'89504e470d0a1a0a');
