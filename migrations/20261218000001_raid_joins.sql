-- Who has joined a server lately: for a week, and of each server the latest fifty thousand at most.
CREATE TABLE raid_joins (
    guild_id  INTEGER NOT NULL, -- the server
    member_id INTEGER NOT NULL, -- who joined, as a person counted once
    at        INTEGER NOT NULL, -- when they joined last, unix milliseconds
    wrote     INTEGER NOT NULL  -- 1: they have written something since
        DEFAULT 0 CHECK (wrote IN (0, 1)),
    raid_id   INTEGER           -- the raid they joined in
        REFERENCES raids (raid_id) ON DELETE SET NULL,
    PRIMARY KEY (guild_id, member_id)
) STRICT;

CREATE INDEX raid_joins_by_time ON raid_joins (guild_id, at);
CREATE INDEX raid_joins_by_raid ON raid_joins (raid_id, at) WHERE raid_id IS NOT NULL;
