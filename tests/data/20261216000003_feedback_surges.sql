INSERT INTO feedback_surges (surge_id, guild_id, theme_id, people, usual, found_at, seen_at, state, decided_by) VALUES
    (1, 100000000000000001, 1, 5, 0.0, 1767225600000, 1767225600000, 'acknowledged', 300000000000000002),
    (2, 100000000000000001, 1, 10, 1.25, 1767325600000, 1767325600000, 'open', NULL);
