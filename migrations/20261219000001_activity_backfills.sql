-- Readings of Discord's history: those that a manager asked for, and those that close a gap by themselves. One of a
-- server is read at a time, gaps first, then in the order in which they came.
CREATE TABLE activity_backfills (
    backfill_id INTEGER PRIMARY KEY,                                 -- the row that its buttons name
    guild_id    INTEGER NOT NULL,                                    -- Discord's id of the server
    reason      TEXT    NOT NULL CHECK (reason IN ('asked', 'gap')), -- asked: by a manager; gap: to close one
    channel_id  INTEGER,                                             -- the one that is read, with its threads; NULL: all
    since_ms    INTEGER NOT NULL,                                    -- unix ms from which on it reads
    until_ms    INTEGER NOT NULL,                                    -- unix ms up to which it reads
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled')), -- waiting: channels not listed yet
    messages    INTEGER NOT NULL DEFAULT 0,                          -- member messages that were new
    known       INTEGER NOT NULL DEFAULT 0,                          -- member messages that had been counted before
    channels    INTEGER NOT NULL DEFAULT 0,                          -- channels and threads that were to be read, once it is over
    failed      INTEGER NOT NULL DEFAULT 0,                          -- of these, those that could not be read
    started_at  INTEGER NOT NULL,                                    -- unix ms
    ended_at    INTEGER                                              -- unix ms; NULL: it is not over
) STRICT;

-- What is under way in a server is found without walking through all.
CREATE INDEX activity_backfills_by_guild ON activity_backfills (guild_id, state);
