INSERT INTO survey_questions (asked_id, guild_id, survey_id, place, kind, text, options, required) VALUES
    (1, 100000000000000001, 1, 1, 'single', 'Where?', '["Chisinau","Online"]', 1),
    (2, 100000000000000001, 1, 2, 'nps', 'Would you recommend us?', '[]', 1),
    (3, 100000000000000001, 1, 3, 'text', 'What else?', '[]', 0);
