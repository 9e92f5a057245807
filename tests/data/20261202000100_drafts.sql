INSERT INTO drafts (guild_id, feature, kind, author_id, about_id, channel_id, spec, seen, state, became, at) VALUES
    (100000000000000001, 'polls', 'poll', 300000000000000002, NULL, 200000000000000001, '{"asked":{"question":"Куда пойдём?"}}', 'null',
     'published', 2, 1796169600000),
    (100000000000000001, 'moderation', 'warning', 300000000000000002, 300000000000000001, 200000000000000001,
     '{"member":300000000000000001,"reason":"Спам","severity":"minor","about":{},"notify":"dm"}', '{"case":2,"fires":""}',
     'open', NULL, 1796169700000),
    (100000000000000001, 'surveys', 'wave', 300000000000000002, NULL, 200000000000000001, '{"survey":1,"channel":200000000000000001,"closes":null,"ping":null,"sent_by":300000000000000002}',
     '1776850100000', 'cancelled', NULL, 1796169800000);
