INSERT INTO case_links (guild_id, case_id, other_id, linked_by, at) VALUES
    (100000000000000001, 2, 3, 300000000000000002, 1767269080000);
