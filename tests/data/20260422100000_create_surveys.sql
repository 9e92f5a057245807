INSERT INTO surveys (survey_id, guild_id, number, title, intro, anonymous, days, roles, state, made_by, at, changed_at) VALUES
    (1, 100000000000000001, 1, 'Our meetups', 'Three questions about *the next ones*.', 1, 7, '[]', 'sent', 300000000000000002, 1776850000000, 1776850100000),
    (2, 100000000000000001, 2, 'Наши встречи', NULL, 0, 14, '[500000000000000001]', 'draft', NULL, 1776850200000, 1776850200000);
