INSERT INTO discord_identifies (identify_id, at, outcome) VALUES
    (1, 1767268800000, 'used'), (2, 1767268805000, 'ready'), (3, 1767268900000, 'resumed');
