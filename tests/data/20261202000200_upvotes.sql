INSERT INTO upvotes (guild_id, feature, row, member_id, at) VALUES (11, 'ama', 1, 21, 1794819600000);
