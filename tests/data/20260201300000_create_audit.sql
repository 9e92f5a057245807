INSERT INTO audit (audit_id, guild_id, at, actor_id, action, target_id, subject, before, after) VALUES
    (1, 100000000000000001, 1767268800000, 300000000000000002, 'case.edit', 300000000000000001, 'case #1', 'Knows the rules', 'Knows the rules of the chess club'),
    (2, 100000000000000001, 1767268900000, 300000000000000002, 'setup.set', NULL, 'zone', '', 'Europe/Chisinau');
