INSERT INTO poll_images (poll_id, guild_id, place, name, bytes) VALUES
    (2, 100000000000000001, 1, 'map.png', x'89504e470d0a1a0a');
