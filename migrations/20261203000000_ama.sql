-- AMA sessions, from the moment they are published: people ask, hosts answer.
CREATE TABLE ama_sessions (
    session_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id     INTEGER NOT NULL,    -- the server
    number       INTEGER NOT NULL,    -- by which people know it, per server from 1 on
    author_id    INTEGER NOT NULL,    -- who made it; 0 once that is not kept any more
    title        TEXT    NOT NULL,    -- as typed
    channel_id   INTEGER NOT NULL,    -- where the prompt is posted
    thread_id    INTEGER,             -- where questions and answers are posted; NULL until it is made
    thread_order INTEGER,             -- the order that makes it
    stage_id     INTEGER,             -- the stage or voice channel where the hosts speak; NULL: they only write
    starts_at    INTEGER,             -- when answers begin, unix milliseconds; NULL: as soon as it is published
    closes_at    INTEGER NOT NULL,    -- when it closes by itself, unix milliseconds
    anonymity    TEXT    NOT NULL     -- how far an asker may be hidden
        CHECK (anonymity IN ('named', 'hidden', 'sealed')),
    review       INTEGER NOT NULL     -- whether a question is read by a moderator before it appears
        CHECK (review IN (0, 1)),
    most         INTEGER NOT NULL     -- how many open questions a member can have
        CHECK (most > 0),
    state        TEXT    NOT NULL     -- how far it is; questions are collected while it is scheduled
        CHECK (state IN ('scheduled', 'open', 'closed')),
    last_number  INTEGER NOT NULL,    -- the last number that a question was given
    current_id   INTEGER,             -- the question that is being answered now
    published_at INTEGER NOT NULL,    -- unix milliseconds
    opened_at    INTEGER,             -- unix milliseconds
    closed_at    INTEGER,             -- unix milliseconds
    closed_by    INTEGER,             -- who closed it; NULL: its time was over
    statistics   TEXT                 -- what came out, as JSON
        CHECK (statistics IS NULL OR json_valid(statistics)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((state = 'closed') = (statistics IS NOT NULL)),
    CHECK (anonymity <> 'sealed' OR review = 1)
) STRICT;

CREATE UNIQUE INDEX ama_sessions_by_number ON ama_sessions (guild_id, number);
CREATE INDEX ama_sessions_by_closing ON ama_sessions (guild_id, closed_at);
