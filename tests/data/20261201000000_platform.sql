-- What a database may hold after this step; every later step is tried on it.
INSERT INTO guilds (guild_id, name, locale, joined_at, left_at) VALUES
    (100000000000000001, 'Town of Ana', 'ro', 1767268800000, NULL),
    (100000000000000002, 'Left long ago', 'en', 1767268800000, 1772366400000);
INSERT INTO discord_identifies (identify_id, at, outcome) VALUES
    (1, 1767268800000, 'used'), (2, 1767268805000, 'ready'), (3, 1767268900000, 'resumed');
INSERT INTO readers (member_id, locale, seen_at) VALUES
    (300000000000000001, 'ro', 1767268800000),
    (300000000000000002, 'en', 1767355200000);
INSERT INTO audit (audit_id, guild_id, at, actor_id, action, target_id, subject, before, after) VALUES
    (1, 100000000000000001, 1767268800000, 300000000000000002, 'case.edit', 300000000000000001, 'case #1', 'Knows the rules', 'Knows the rules of the chess club'),
    (2, 100000000000000001, 1767268900000, 300000000000000002, 'setup.set', NULL, 'zone', '', 'Europe/Chisinau');
INSERT INTO outbox (guild_id, feature, part, about, effect, lane, rank, after_id, due_at, expires_at, state, why, tries, tried_at, channel_id, message_id, created_at, ended_at)
VALUES (1, 'moderation', 'log', 1, '', 'in:7', 2, NULL, 1794819600000, NULL, 'done', NULL, 1, NULL, 7, 8, 1794819600000, 1794819600100),
       (1, 'moderation', 'notice', 1, '{"do":"dm","member":3,"body":{}}', 'to:3', 1, 1, 1794819600000, NULL, 'failed', 'closed_dm', 1, NULL, NULL, NULL, 1794819600000, 1794819600100);
INSERT INTO outbox (outbox_id, guild_id, feature, part, about, effect, lane, rank, due_at, state, tries, created_at)
VALUES (100, 1, 'polls', 'card', 1, '{"do":"post","channel":7,"body":{"files":[{"kept":0}],"attachments":[{"id":0,"filename":"1.png"}]}}', 'in:7', 2, 1794819600000, 'pending', 0, 1794819600000);
INSERT INTO outbox_files (outbox_id, guild_id, place, bytes) VALUES (100, 1, 0, x'89504e47');
INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, lease_until, tries, why)
VALUES (1, 'digest.weekly', 0, 0, 1794819600000, 'pending', 0, NULL, 0, NULL);
INSERT INTO heartbeat (heartbeat_id, at, report, room)
VALUES (1, 1795000000000, '{"status":"ok","version":"0.1.0","uptime_s":60,"reasons":[],"notes":[]}', NULL);
INSERT INTO numbers (guild_id, kind, last) VALUES
    (100000000000000001, 'cases', 4), (100000000000000001, 'polls', 2), (100000000000000001, 'surveys', 2);
INSERT INTO restores (at) VALUES (1790000000000);
