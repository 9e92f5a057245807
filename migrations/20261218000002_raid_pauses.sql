-- What staff have paused for an hour in a raid, by Discord's own means.
CREATE TABLE raid_pauses (
    pause_id  INTEGER PRIMARY KEY, -- ours; its order names it
    guild_id  INTEGER NOT NULL,    -- its server
    raid_id   INTEGER NOT NULL     -- the raid
        REFERENCES raids (raid_id) ON DELETE CASCADE,
    what      TEXT    NOT NULL     -- what is paused
        CHECK (what IN ('invites', 'dms')),
    actor_id  INTEGER NOT NULL,    -- who paused it
    at        INTEGER NOT NULL,    -- when, unix milliseconds
    until     INTEGER NOT NULL,    -- until when, unix milliseconds
    state     TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('waiting', 'done', 'failed', 'unknown')),
    why       TEXT                 -- why it could not be done: a word of the outbox
) STRICT;

CREATE INDEX raid_pauses_by_raid ON raid_pauses (raid_id, what, at);
