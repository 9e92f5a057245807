INSERT INTO survey_numbers (guild_id, last) VALUES (100000000000000001, 2);
