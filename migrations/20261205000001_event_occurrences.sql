-- The times that an event takes place: those that are over, and the next one. Of a series the later ones follow
-- from its recurrence, and have no row yet.
CREATE TABLE event_occurrences (
    occurrence_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    event_id      INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- the event
    guild_id      INTEGER NOT NULL,    -- its server
    day           INTEGER NOT NULL,    -- its day in the recurrence, since 1970-01-01; of a single event 0
    starts_at     INTEGER NOT NULL,    -- unix milliseconds
    ends_at       INTEGER NOT NULL,    -- unix milliseconds
    details       TEXT    NOT NULL     -- JSON: what it is, where and for how many, for this time
        CHECK (json_valid(details)),
    state         TEXT    NOT NULL     -- skipped: it does not take place, the next one does
        CHECK (state IN ('scheduled', 'running', 'ended', 'skipped', 'cancelled')),
    thread_id     INTEGER,             -- where those signed up are written to; NULL until that is made
    thread_order  INTEGER,             -- the order that makes it; NULL until there is a need
    mirror        TEXT                 -- how it is on Discord's list of events; NULL: it is not to be there
        CHECK (mirror IN ('ordered', 'made', 'failed', 'unknown', 'removed')),
    mirror_why    TEXT                 -- why it is not there
        CHECK (mirror_why IS NULL OR mirror IS NOT NULL),
    scheduled_id  INTEGER,             -- the event on that list, once it is made
    mirrored      TEXT                 -- JSON: as it was last known to be on that list
        CHECK (mirrored IS NULL OR json_valid(mirrored)),
    reminded      INTEGER,             -- the last reminder that went out, in minutes before the start
    last_position INTEGER NOT NULL,    -- the last position that a sign-up was given
    counts        TEXT                 -- JSON: how many were signed up when it was over
        CHECK (counts IS NULL OR json_valid(counts)),
    UNIQUE (event_id, day),
    CHECK (ends_at > starts_at)
) STRICT;

INSERT INTO event_occurrences (event_id, guild_id, day, starts_at, ends_at, details, state, mirror, scheduled_id,
                               last_position)
SELECT event_id, events.guild_id, 0, events.starts_at, events.starts_at + length_ms, details, 'ended', events_before.state,
       scheduled_id, 0
FROM events JOIN events_before USING (event_id);

DROP TABLE events_before;

CREATE INDEX event_occurrences_by_start ON event_occurrences (guild_id, starts_at);
CREATE INDEX event_occurrences_scheduled ON event_occurrences (scheduled_id) WHERE scheduled_id IS NOT NULL;
