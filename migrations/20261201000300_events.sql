-- Events that other features have offered, such as the winner of a poll of dates. Discord keeps the list
-- that people see; here stands what came of each offer, so that none is made twice.
CREATE TABLE events (
    event_id     INTEGER PRIMARY KEY, -- ours
    guild_id     INTEGER NOT NULL,    -- the server it belongs to
    source       TEXT    NOT NULL,    -- the feature that offered it
    source_row   INTEGER NOT NULL,    -- the row of that feature that it follows from
    author_id    INTEGER,             -- who called people together; NULL once they are forgotten
    channel_id   INTEGER NOT NULL,    -- where people are told what became of it
    title        TEXT    NOT NULL,    -- as typed
    place        TEXT,                -- where it is, as typed; NULL: nobody has said
    starts_at    INTEGER NOT NULL,    -- unix milliseconds
    ends_at      INTEGER NOT NULL,    -- unix milliseconds
    state        TEXT    NOT NULL     -- ordered: on its way; unknown: nobody can say whether Discord made it
        CHECK (state IN ('ordered', 'made', 'failed', 'unknown')),
    scheduled_id INTEGER,             -- the event on Discord's list, once it is made
    offered_at   INTEGER NOT NULL,    -- unix milliseconds
    UNIQUE (guild_id, source, source_row)
) STRICT;
