-- Messages that staff had deleted from a channel at once, and what became of that; never what stood in them.
CREATE TABLE purges (
    purge_id   INTEGER PRIMARY KEY, -- ours; its orders in the outbox name it
    guild_id   INTEGER NOT NULL,    -- its server
    channel_id INTEGER NOT NULL,    -- where the messages were
    actor_id   INTEGER NOT NULL,    -- who had them deleted
    member_id  INTEGER,             -- whose messages alone were chosen
    people     INTEGER NOT NULL,    -- how many people had written them
    chosen     INTEGER NOT NULL     -- how many there were
        CHECK (chosen > 0),
    deleted    INTEGER NOT NULL DEFAULT 0, -- how many of them are known to be gone
    failed     INTEGER NOT NULL DEFAULT 0, -- how many could not be deleted
    unknown    INTEGER NOT NULL DEFAULT 0, -- of how many Discord did not say
    why        TEXT,                -- why some could not be deleted: a word of the outbox
    log_order  INTEGER,             -- what posts it in the mod log
    at         INTEGER NOT NULL,    -- unix milliseconds
    CHECK (deleted + failed + unknown <= chosen)
) STRICT;
