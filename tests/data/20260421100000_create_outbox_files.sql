INSERT INTO outbox (outbox_id, guild_id, feature, part, about, effect, lane, rank, due_at, state, tries, created_at)
VALUES (100, 1, 'polls', 'card', 1, '{"do":"post","channel":7,"body":{"files":[{"kept":0}],"attachments":[{"id":0,"filename":"1.png"}]}}', 'in:7', 2, 1794819600000, 'pending', 0, 1794819600000);
INSERT INTO outbox_files (outbox_id, guild_id, place, bytes) VALUES (100, 1, 0, x'89504e47');
