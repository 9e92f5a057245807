INSERT INTO survey_entries (entry_id, guild_id, wave_id, member_id, mark, sent_at) VALUES
    (-7012345678901234567, 100000000000000001, 1, NULL, NULL, NULL),
    (4012345678901234567, 100000000000000001, 2, NULL, 'decaf', NULL);
