INSERT INTO moderation_drafts (guild_id, actor_id, member_id, channel_id, reason, rule, severity, evidence, link, quote,
                               notify, seen_case, seen_fires, state, case_number, at, ended_at) VALUES
    (100000000000000001, 300000000000000002, 300000000000000001, 200000000000000001, 'Called a newcomer names', '2. Be kind',
     3, NULL, 'https://discord.com/channels/1/2/3', 'you *idiot*', 'dm', 2, '3 timeout 1h', 'confirmed', 3, 1767268990000, 1767269000000),
    (100000000000000001, 300000000000000002, 300000000000000001, 200000000000000001, 'Спам', NULL,
     1, NULL, NULL, NULL, 'none', 4, '', 'open', NULL, 1767269200000, NULL);
