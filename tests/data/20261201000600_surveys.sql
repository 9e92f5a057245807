INSERT INTO surveys (survey_id, guild_id, number, title, intro, anonymous, days, roles, state, made_by, at, changed_at) VALUES
    (1, 100000000000000001, 1, 'Our meetups', 'Three questions about *the next ones*.', 1, 7, '[]', 'sent', 300000000000000002, 1776850000000, 1776850100000),
    (2, 100000000000000001, 2, 'Наши встречи', NULL, 0, 14, '[500000000000000001]', 'draft', NULL, 1776850200000, 1776850200000);
INSERT INTO survey_questions (asked_id, guild_id, survey_id, place, kind, text, options, required) VALUES
    (1, 100000000000000001, 1, 1, 'single', 'Where?', '["Chisinau","Online"]', 1),
    (2, 100000000000000001, 1, 2, 'nps', 'Would you recommend us?', '[]', 1),
    (3, 100000000000000001, 1, 3, 'text', 'What else?', '[]', 0);
INSERT INTO survey_waves (wave_id, guild_id, survey_id, number, channel_id, ping, sent_by, anonymous, state, at, opened_at,
                          closes_at, closed_at, invited, unsent, order_id) VALUES
    (1, 100000000000000001, 1, 1, 200000000000000001, NULL, 300000000000000002, 1, 'closed', 1776850300000, 1776850310000,
     1777455110000, 1777455110000, 120, 1, 1),
    (2, 100000000000000001, 1, 2, 200000000000000001, 100000000000000001, 300000000000000002, 1, 'open', 1779442300000, 1779442310000,
     1780047110000, NULL, NULL, 0, 2),
    (3, 100000000000000001, 1, 0, 200000000000000001, NULL, 300000000000000002, 1, 'preview', 1779442300000, NULL, NULL, NULL, NULL, 0, NULL),
    (4, 100000000000000001, 1, 0, 200000000000000001, NULL, 300000000000000002, 1, 'cancelled', 1779442300000, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO survey_progress (progress_id, guild_id, survey_id, wave_id, member_id, mark, page, answers, at) VALUES
    (1, 100000000000000001, 1, 2, NULL, 'c0ffee', 1, '{"1":{"choices":[0]}}', NULL),
    (2, 100000000000000001, 2, NULL, 300000000000000002, NULL, 0, '{}', 1776850250000);
INSERT INTO survey_entries (entry_id, guild_id, wave_id, member_id, mark, sent_at) VALUES
    (-7012345678901234567, 100000000000000001, 1, NULL, NULL, NULL),
    (4012345678901234567, 100000000000000001, 2, NULL, 'decaf', NULL);
INSERT INTO survey_answers (entry_id, asked_id, guild_id, choices, number, words) VALUES
    (-7012345678901234567, 1, 100000000000000001, '[1]', NULL, NULL),
    (-7012345678901234567, 2, 100000000000000001, NULL, 9, 'Kind people'),
    (4012345678901234567, 3, 100000000000000001, NULL, NULL, '=1+1, 👍');
INSERT INTO survey_schedules (survey_id, guild_id, every, day, hour, minute, until, channel_id, open_s, quiet, next, wave_id, set_by, at) VALUES
    (1, 100000000000000001, 'month', 20565, 10, 0, NULL, 200000000000000001, 604800, 1, 1782034310000, NULL, 300000000000000002, 1776850400000);
INSERT INTO survey_kept (entry_id, asked_id, guild_id, at) VALUES (-7012345678901234567, 2, 100000000000000001, 1777455120000);
