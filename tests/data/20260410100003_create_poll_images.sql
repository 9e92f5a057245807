INSERT INTO poll_images (draft_id, guild_id, place, name, bytes, poll_id, at) VALUES
    (2, 100000000000000001, 1, 'map.png', x'89504e470d0a1a0a', 2, 1767269200000);
