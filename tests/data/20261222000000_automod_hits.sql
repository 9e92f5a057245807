INSERT INTO automod_hits (automod_hit_id, guild_id, case_id, source, entry_id, rule_id, rule, looks_for, action, channel_id, message_id, at)
SELECT 1, guild_id, min(case_id), 'event', NULL, 77, NULL, 1, 'block', 11, NULL, 1795000000000 FROM cases GROUP BY guild_id LIMIT 1;
INSERT INTO automod_hits (automod_hit_id, guild_id, case_id, source, entry_id, rule_id, rule, looks_for, action, channel_id, message_id, at)
SELECT 2, guild_id, min(case_id), 'log', 1571812068556800001, NULL, 'No coins', 1, 'block', 11, NULL, 1795000000100 FROM cases GROUP BY guild_id LIMIT 1;
