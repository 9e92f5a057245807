INSERT INTO survey_schedules (survey_id, guild_id, every, day, hour, minute, until, channel_id, open_s, quiet, next, wave_id, set_by, at) VALUES
    (1, 100000000000000001, 'month', 20565, 10, 0, NULL, 200000000000000001, 604800, 1, 1782034310000, NULL, 300000000000000002, 1776850400000);
