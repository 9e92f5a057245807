INSERT INTO events (guild_id, number, author_id, channel_id, details, starts_at, length_ms, recurrence, state, sequence, source, source_row, created_at, changed_at, ended_at) VALUES
    (100000000000000001, 1, 300000000000000002, 200000000000000001,
     '{"title":"Raid","description":"Bring potions","place":{"at":"voice","channel":200000000000000005},"capacity":10,"groups":[{"name":"tank","capacity":2},{"name":"healer"}],"guests":1,"remind":[1440,60]}',
     1797271200000, 3600000, '{"rule":{"weekly":{"weekdays":["monday"]}},"interval":1,"first_day":20802,"time":{"hour":19,"minute":0}}', 'published', 2, NULL, NULL, 1796000000000, 1796100000000, NULL),
    (100000000000000001, 2, NULL, 200000000000000001, '{"title":"Встреча 🎲","place":{"at":"in_person","address":"Str. Mare 1"},"hide_address":true}',
     1797271200000, 7200000, NULL, 'cancelled', 1, 'ama', 3, 1796000000000, 1796200000000, 1796200000000);
