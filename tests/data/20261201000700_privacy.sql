INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (1, 21, 0, 1, 1770000000000);
INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (1, 22, 1, 0, 1770000000000);
INSERT INTO privacy_erasures (erasure_id, at) VALUES (-7351234567890123456, 1770000000000);
INSERT INTO privacy_servers (guild_id, gone_at) VALUES (1, NULL), (2, 1770000000000);
INSERT INTO privacy_retention (retention_id, ran_at) VALUES (1, 1770000000000);
