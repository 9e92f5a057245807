INSERT INTO feedback_answers (answer_id, guild_id, theme_id, status, channel_id, order_id, answered_at) VALUES
    (1, 100000000000000001, 1, 'planned', 200000000000000001, 1, 1767225600000);
