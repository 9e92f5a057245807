INSERT INTO digest_public_posts (digest_id, guild_id, state, channel_id, message_id, why)
    SELECT digest_id, guild_id, 'posted', 300000000000000002, 400000000000000002, NULL
    FROM digest_weeks WHERE week = '2026-W45';
INSERT INTO digest_public_posts (digest_id, guild_id, state, channel_id, message_id, why)
    SELECT digest_id, guild_id, 'failed', 300000000000000002, NULL, 'gone' FROM digest_weeks WHERE week = '2026-W46';
