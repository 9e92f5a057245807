-- What staff do to many people at once, and kicks and bans that wait for a manager.
CREATE TABLE mass_acts (
    mass_id        INTEGER PRIMARY KEY, -- ours; its card, its jobs and its buttons name it
    guild_id       INTEGER NOT NULL,    -- its server
    actor_id       INTEGER NOT NULL,    -- who does it
    channel_id     INTEGER NOT NULL,    -- where it was asked for
    act            TEXT    NOT NULL     -- what is done
        CHECK (act IN ('timeout', 'kick', 'ban')),
    reason         TEXT    NOT NULL,    -- in the actor's words
    seconds        INTEGER,             -- how long a timeout or ban lasts; NULL for no end
    delete_seconds INTEGER NOT NULL     -- of a ban: the messages of the last so many seconds are deleted with it
        DEFAULT 0 CHECK (delete_seconds BETWEEN 0 AND 604800),
    single         INTEGER NOT NULL     -- 1: it was one /kick or /ban, and is told as one; 0: a /mass
        CHECK (single IN (0, 1)),
    notify         INTEGER NOT NULL     -- 1: the person gets a notice
        CHECK (notify IN (0, 1)),
    state          TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('held', 'running', 'done', 'dismissed')),
    decided_by     INTEGER,             -- the manager who confirmed or dismissed it
    at             INTEGER NOT NULL,    -- when it was asked for, unix milliseconds
    ended_at       INTEGER,             -- when it was over, unix milliseconds
    CHECK ((state IN ('held', 'running')) = (ended_at IS NULL))
) STRICT;
