-- Mediations: talks between two members, led by one of the staff.
CREATE TABLE mediations (
    mediation_id INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id     INTEGER NOT NULL,    -- its server
    number       INTEGER NOT NULL,    -- by which staff know it, per server from 1 on
    mediator_id  INTEGER NOT NULL,    -- who leads it
    topic        TEXT,                -- what it is about, as typed
    state        TEXT    NOT NULL     -- how far it is; unheld: not both accepted; failed: the thread could not be made
        CHECK (state IN ('invited', 'opening', 'open', 'closed', 'unheld', 'failed')),
    told         INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), -- whether the mediator knows that not both accepted
    parent_id    INTEGER NOT NULL,    -- the channel under which the thread is made
    thread_id    INTEGER,             -- the thread, once it is there
    why          TEXT,                -- why it failed: a word of the outbox
    started_at   INTEGER NOT NULL,    -- unix milliseconds
    expires_at   INTEGER NOT NULL,    -- until when both can answer, unix milliseconds
    closed_by    INTEGER,             -- who has closed it; NULL where its thread was deleted by hand
    outcome      TEXT,                -- what came of it, as typed
    ended_at     INTEGER,             -- unix milliseconds
    CHECK ((state IN ('invited', 'opening', 'open')) = (ended_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX mediations_by_number ON mediations (guild_id, number);
CREATE INDEX mediations_running ON mediations (guild_id) WHERE ended_at IS NULL;
