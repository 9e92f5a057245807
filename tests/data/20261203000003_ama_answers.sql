INSERT INTO ama_answers (question_id, guild_id, host_id, text, at, edited_at) VALUES
    (7301, 100000000000000001, 300000000000000002, 'In spring.', 1767269200000, 1767269300000);
