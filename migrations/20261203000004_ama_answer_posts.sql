-- The messages of an answer: a long one has several.
CREATE TABLE ama_answer_posts (
    answer_id INTEGER NOT NULL REFERENCES ama_answers ON DELETE CASCADE, -- the answer
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, in the order of reading
    order_id  INTEGER NOT NULL,    -- the order in the outbox that posts it
    PRIMARY KEY (answer_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX ama_answer_posts_by_order ON ama_answer_posts (order_id);
