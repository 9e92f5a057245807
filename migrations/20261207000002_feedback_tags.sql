-- The tags that feedback can have in a server: five that every server begins with, and its own.
CREATE TABLE feedback_tags (
    tag_id     INTEGER PRIMARY KEY, -- ours; menus name it
    guild_id   INTEGER NOT NULL,    -- its server
    kind       TEXT                 -- of those that every server begins with which one, so that it reads in each language
        CHECK (kind IN ('bug', 'idea', 'question', 'praise', 'complaint')),
    name       TEXT,                -- as staff typed it; NULL where `kind` says it
    retired_at INTEGER,             -- since when it is not offered any more, unix milliseconds
    CHECK ((kind IS NULL) <> (name IS NULL))
) STRICT;

CREATE UNIQUE INDEX feedback_tags_by_kind ON feedback_tags (guild_id, kind);
