INSERT INTO ama_prepared (question_id, guild_id, host_id, text, at) VALUES
    (41, 100000000000000001, 300000000000000002, 'Потому что.', 1767961000000);
