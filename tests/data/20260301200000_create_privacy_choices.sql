INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (1, 21, 0, 1, 1770000000000);
INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (1, 22, 1, 0, 1770000000000);
