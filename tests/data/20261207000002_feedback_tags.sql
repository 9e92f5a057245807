INSERT INTO feedback_tags (tag_id, guild_id, kind, name, retired_at) VALUES
    (1, 100000000000000001, 'bug', NULL, NULL),
    (2, 100000000000000001, NULL, 'Експорт', 1767262000000);
