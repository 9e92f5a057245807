-- Channels that staff have locked, with what they gave and took before, so that they are opened as they were.
CREATE TABLE channel_locks (
    lock_id     INTEGER PRIMARY KEY, -- ours; its orders in the outbox name it
    guild_id    INTEGER NOT NULL,    -- its server
    channel_id  INTEGER NOT NULL,    -- the channel or thread
    actor_id    INTEGER NOT NULL,    -- who locked it
    reason      TEXT NOT NULL,       -- in their words; empty for none
    overwrites  TEXT,                -- JSON: each overwrite that was changed, before and after; NULL for a thread
    state       TEXT NOT NULL        -- how far it is
        CHECK (state IN ('locking', 'locked', 'unlocking', 'unlocked', 'failed', 'gone', 'replaced')),
    why         TEXT,                -- why it could not be locked or opened: a word of the outbox, or unknown
    unlocked_by INTEGER,             -- who opened it
    log_order   INTEGER,             -- what posts it in the mod log
    at          INTEGER NOT NULL,    -- when it was locked, unix milliseconds
    ended_at    INTEGER,             -- when it was over, unix milliseconds
    CHECK ((state IN ('locking', 'locked', 'unlocking')) = (ended_at IS NULL))
) STRICT;

-- A channel is locked once at a time.
CREATE UNIQUE INDEX channel_locks_open ON channel_locks (guild_id, channel_id)
    WHERE state IN ('locking', 'locked', 'unlocking');
