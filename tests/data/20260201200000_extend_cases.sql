INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, severity, points, points_expire_at,
                   rule, evidence, link, quote, cause, until, act, act_order, act_until, log_order) VALUES
    (3, 100000000000000001, 3, 'warn', 300000000000000001, 300000000000000002, 'Called a newcomer names', 1767269000000,
     3, 4, 1775045000000, '2. Be kind', 'seen by two', 'https://discord.com/channels/1/2/3', 'you *idiot*', NULL, NULL,
     'none', NULL, NULL, 1),
    (4, 100000000000000001, 4, 'timeout', 300000000000000001, 300000000000000002, 'Called a newcomer names', 1767269000000,
     NULL, 0, NULL, NULL, NULL, NULL, NULL, 3, 1767272600000, 'applied', 2, 1767272600000, NULL);
UPDATE case_numbers SET last = 4;
