INSERT INTO outbox (guild_id, feature, part, about, effect, lane, rank, after_id, due_at, expires_at, state, why, tries, tried_at, channel_id, message_id, created_at, ended_at)
VALUES (1, 'moderation', 'log', 1, '', 'in:7', 2, NULL, 1794819600000, NULL, 'done', NULL, 1, NULL, 7, 8, 1794819600000, 1794819600100),
       (1, 'moderation', 'notice', 1, '{"do":"dm","member":3,"body":{}}', 'to:3', 1, 1, 1794819600000, NULL, 'failed', 'closed_dm', 1, NULL, NULL, NULL, 1794819600000, 1794819600100);
