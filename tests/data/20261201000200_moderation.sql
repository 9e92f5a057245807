INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at) VALUES
    (1, 100000000000000001, 1, 'note', 300000000000000001, 300000000000000002, 'Knows the rules of the chess club', 1767268800000),
    (2, 100000000000000001, 2, 'ban', 300000000000000001, 300000000000000002, 'Спам; «quotes» and ''apostrophes''', 1767268900000);
INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, severity, points, points_expire_at,
                   rule, evidence, link, quote, cause, until, act, act_order, act_until, log_order, lapsed_at, resumed_at) VALUES
    (3, 100000000000000001, 3, 'warn', 300000000000000001, 300000000000000002, 'Called a newcomer names', 1767269000000,
     3, 4, 1775045000000, '2. Be kind', 'seen by two', 'https://discord.com/channels/1/2/3', 'you *idiot*', NULL, NULL,
     'none', NULL, NULL, 1, NULL, NULL),
    (4, 100000000000000001, 4, 'timeout', 300000000000000001, 300000000000000002, 'Called a newcomer names', 1767269000000,
     NULL, 0, NULL, NULL, NULL, NULL, NULL, 3, 1775045000000, 'applied', 2, 1767272600000, NULL, 1771269000000, 1771369000000);
INSERT INTO case_edits (guild_id, case_id, editor_id, field, before, after, at) VALUES
    (100000000000000001, 3, 300000000000000002, 'reason', 'Called names', 'Called a newcomer names', 1767269060000),
    (100000000000000001, 4, 300000000000000002, 'until', '1767272600000', '', 1767269070000);
INSERT INTO case_links (guild_id, case_id, other_id, linked_by, at) VALUES
    (100000000000000001, 2, 3, 300000000000000002, 1767269080000);
INSERT INTO moderation_notices (notice_id, guild_id, case_id, says, way, channel_id, state, why, order_id, at) VALUES
    (1, 100000000000000001, 3, 'case', 'dm', 200000000000000001, 'closed', 'closed_dm', 3, 1767269000000),
    (2, 100000000000000001, 3, 'case', 'channel', 200000000000000001, 'read', NULL, 4, 1767269100000);
INSERT INTO moderation_notices (guild_id, case_id, says, way, channel_id, state, why, order_id, at) VALUES
    (100000000000000001, 3, 'withdrawal', 'dm', 200000000000000001, 'delivered', NULL, 5, 1767269200000);
INSERT INTO moderation_drafts (guild_id, actor_id, member_id, channel_id, reason, rule, severity, evidence, link, quote,
                               notify, seen_case, seen_fires, state, case_number, at, ended_at) VALUES
    (100000000000000001, 300000000000000002, 300000000000000001, 200000000000000001, 'Called a newcomer names', '2. Be kind',
     3, NULL, 'https://discord.com/channels/1/2/3', 'you *idiot*', 'dm', 2, '3 timeout 1h', 'confirmed', 3, 1767268990000, 1767269000000),
    (100000000000000001, 300000000000000002, 300000000000000001, 200000000000000001, 'Спам', NULL,
     1, NULL, NULL, NULL, 'none', 4, '', 'open', NULL, 1767269200000, NULL);
INSERT INTO moderation_decisions (decision_id, guild_id, case_id, rung, state, order_id, decided_by, decided_at, case_number, at) VALUES
    (1, 100000000000000001, 3, '10 decide', 'open', NULL, NULL, NULL, NULL, 1767269000000),
    (2, 100000000000000001, 3, '3 timeout 1h', 'acted', 5, 300000000000000002, 1767269500000, 4, 1767269000000);
INSERT INTO moderation_decisions (guild_id, case_id, rung, state, order_id, decided_by, decided_at, case_number, at) VALUES
    (100000000000000001, 3, '10 decide', 'dismissed', 6, 300000000000000002, 1767269600000, NULL, 1767269000000);
INSERT INTO moderation_questions (guild_id, case_id, actor_id, reason, at, answered_at) VALUES
    (100000000000000001, 4, 300000000000000002, 'It was somebody else', 1767269300000, NULL),
    (100000000000000001, 3, 300000000000000002, 'Ошиблись', 1767269400000, 1767269410000);
