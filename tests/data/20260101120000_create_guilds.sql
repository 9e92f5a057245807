-- What a database may hold after this step; every later step is tried on it.
INSERT INTO guilds (guild_id, name, locale, zone, joined_at, left_at) VALUES
    (100000000000000001, 'Town of Ana', 'ro', 'Europe/Chisinau', 1767268800000, NULL),
    (100000000000000002, 'Left long ago', 'en', 'UTC', 1767268800000, 1772366400000);
