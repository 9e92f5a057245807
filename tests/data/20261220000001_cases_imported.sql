INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, import_id, imported_at, original, import_key) VALUES
    (9010, 100000000000000001, 9010, 'warn', 300000000000000003, 300000000000000002, 'Spam', 1667261500000, 1, 1767261500000, '12', 'zeppelin:12:warn:300000000000000003:1667261500000');
