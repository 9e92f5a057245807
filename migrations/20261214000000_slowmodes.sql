-- Slowmodes that staff have set: what the mod log says of each.
CREATE TABLE slowmodes (
    slowmode_id INTEGER PRIMARY KEY, -- ours; its orders in the outbox name it
    guild_id    INTEGER NOT NULL,    -- its server
    channel_id  INTEGER NOT NULL,    -- where people wait
    actor_id    INTEGER NOT NULL,    -- who set it
    before      INTEGER NOT NULL,    -- seconds between two messages until then, 0 for none
    seconds     INTEGER NOT NULL     -- and from then on
        CHECK (seconds BETWEEN 0 AND 21600),
    log_order   INTEGER,             -- what posts it in the mod log
    at          INTEGER NOT NULL     -- unix milliseconds
) STRICT;
