INSERT INTO survey_progress (progress_id, guild_id, survey_id, wave_id, member_id, mark, page, answers, at) VALUES
    (1, 100000000000000001, 1, 2, NULL, 'c0ffee', 1, '{"1":{"choices":[0]}}', NULL),
    (2, 100000000000000001, 2, NULL, 300000000000000002, NULL, 0, '{}', 1776850250000);
