INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, why, shown_at) VALUES
    (100000000000000001, 'polls', 'result', 1, 200000000000000001, 2, 'gone', 1767528260000);
