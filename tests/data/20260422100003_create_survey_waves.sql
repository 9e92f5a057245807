INSERT INTO survey_waves (wave_id, guild_id, survey_id, number, channel_id, ping, sent_by, anonymous, state, at, opened_at,
                          closes_at, closed_at, invited, unsent, order_id) VALUES
    (1, 100000000000000001, 1, 1, 200000000000000001, NULL, 300000000000000002, 1, 'closed', 1776850300000, 1776850310000,
     1777455110000, 1777455110000, 120, 1, 1),
    (2, 100000000000000001, 1, 2, 200000000000000001, 100000000000000001, 300000000000000002, 1, 'open', 1779442300000, 1779442310000,
     1780047110000, NULL, NULL, 0, 2);
