INSERT INTO ama_answer_posts (answer_id, guild_id, place, order_id) VALUES (1, 100000000000000001, 1, 1);
