INSERT INTO activity_weeks (guild_id, week, connections, mutual, figures) VALUES (1, 20759, 12, 4, NULL), (1, 20752, 3, 0, '{}');
