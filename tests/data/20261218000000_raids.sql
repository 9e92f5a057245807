INSERT INTO raids (raid_id, guild_id, state, since, started_by, noticed_at, rush_at, usual, joined, ended_by, ended_at) VALUES
    (1, 100000000000000001, 'over', 1767261000000, NULL, 1767261060000, 1767261300000, 0.5, 40, NULL, 1767264900000),
    (2, 100000000000000001, 'open', 1767361000000, 300000000000000002, NULL, 1767361000000, NULL, 2, NULL, NULL);
