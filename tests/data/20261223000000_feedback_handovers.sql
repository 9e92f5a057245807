INSERT INTO feedback_handovers (handover_id, guild_id, theme_id, key, handed_by, handed_at, state, tries, why, status,
                                link, ended_at) VALUES
    (1, 100000000000000001, 1, '0123456789abcdef0123456789abcdef', 300000000000000002, 1767225600000, 'sent', 2,
     'unwell', 500, 'https://github.com/example/app/issues/7', 1767225700000);
