-- Rushes of people into a server, noticed by Steward or begun by staff.
CREATE TABLE raids (
    raid_id      INTEGER PRIMARY KEY, -- ours; its card, its jobs and its buttons name it
    guild_id     INTEGER NOT NULL,    -- its server
    state        TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('open', 'over', 'dismissed')),
    since        INTEGER NOT NULL,    -- when the first of them joined, or staff began it, unix milliseconds
    started_by   INTEGER,             -- who of the staff began it; NULL: Steward noticed it
    noticed_at   INTEGER,             -- when Steward itself saw the rush, unix milliseconds; NULL: it never did
    rush_at      INTEGER NOT NULL,    -- when the rush was last seen, unix milliseconds
    usual        REAL,                -- joins in ten minutes as they were usual before; NULL: not known
    joined       INTEGER NOT NULL     -- how many people have joined in it
        DEFAULT 0 CHECK (joined >= 0),
    ended_by     INTEGER,             -- who of the staff ended or dismissed it; NULL: it ended by itself, or is open
    ended_at     INTEGER,             -- when it was over or dismissed, unix milliseconds
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK (started_by IS NOT NULL OR noticed_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX raids_open ON raids (guild_id) WHERE state = 'open';
CREATE INDEX raids_by_time ON raids (guild_id, since);
