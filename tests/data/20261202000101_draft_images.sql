INSERT INTO draft_images (draft_id, guild_id, feature, kind, place, name, bytes, became, at) VALUES
    (9, 100000000000000001, 'polls', 'poll', 1, '1.png', x'89504e470d0a1a0a', NULL, 1796169600000);
