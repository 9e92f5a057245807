INSERT INTO feedback_themes (theme_id, guild_id, number, title, status, reason, owner_id, merged_into, created_at, closed_at) VALUES
    (1, 100000000000000001, 1, 'Export loses files', 'planned', NULL, 300000000000000002, NULL, 1767261000000, NULL),
    (2, 100000000000000001, 2, 'Files are gone', 'duplicate', NULL, NULL, 1, 1767261100000, 1767262000000),
    (3, 100000000000000001, 3, 'Тёмная тема', 'declined', 'Not this year.', NULL, NULL, 1767261200000, 1767262100000);
