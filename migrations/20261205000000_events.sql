-- Events, from the moment they are published: one, or a series of them. They were what other features had
-- offered, and nothing but entries on Discord's list: those that are here already stay that, and are over.
ALTER TABLE events RENAME TO events_before;

CREATE TABLE events (
    event_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice
    guild_id   INTEGER NOT NULL,    -- the server it belongs to
    number     INTEGER NOT NULL,    -- by which people know it, per server from 1 on
    author_id  INTEGER,             -- who called people together; NULL once they are forgotten
    channel_id INTEGER NOT NULL,    -- where its card is posted
    details    TEXT    NOT NULL     -- JSON: what it is, where and for how many, as it is for occurrences to come
        CHECK (json_valid(details)),
    starts_at  INTEGER NOT NULL,    -- when it begins for the first time, unix milliseconds
    length_ms  INTEGER NOT NULL     -- how long each occurrence takes
        CHECK (length_ms > 0),
    recurrence TEXT                 -- JSON: on which days of a series; NULL: it takes place once
        CHECK (recurrence IS NULL OR json_valid(recurrence)),
    state      TEXT    NOT NULL     -- ended: there is no further occurrence
        CHECK (state IN ('published', 'cancelled', 'ended')),
    sequence   INTEGER NOT NULL,    -- how often what calendars show of it has changed
    source     TEXT,                -- the feature that offered it; NULL: nobody did
    source_row INTEGER,             -- the row of that feature that it follows from
    created_at INTEGER NOT NULL,    -- unix milliseconds
    changed_at INTEGER NOT NULL,    -- when `sequence` was last raised, unix milliseconds
    ended_at   INTEGER,             -- when it was over or was cancelled, unix milliseconds
    CHECK ((state = 'published') = (ended_at IS NULL)),
    CHECK ((source IS NULL) = (source_row IS NULL))
) STRICT;

INSERT INTO events (event_id, guild_id, number, author_id, channel_id, details, starts_at, length_ms, recurrence, state,
                    sequence, source, source_row, created_at, changed_at, ended_at)
SELECT event_id, guild_id, row_number() OVER (PARTITION BY guild_id ORDER BY event_id), author_id, channel_id,
       json_object('title', title, 'place', json_object('at', 'elsewhere', 'words', place)), starts_at,
       max(ends_at - starts_at, 60000), NULL, 'ended', 0, source, source_row, offered_at, offered_at, ends_at
FROM events_before;

INSERT INTO numbers (guild_id, kind, last) SELECT guild_id, 'events', max(number) FROM events GROUP BY guild_id;

CREATE UNIQUE INDEX events_by_number ON events (guild_id, number);
CREATE UNIQUE INDEX events_by_source ON events (guild_id, source, source_row) WHERE source IS NOT NULL;
