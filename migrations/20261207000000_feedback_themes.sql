-- What feedback is about: each theme gathers what people said of one thing, and what the staff makes of it.
CREATE TABLE feedback_themes (
    theme_id    INTEGER PRIMARY KEY, -- ours; cards and menus name it
    guild_id    INTEGER NOT NULL,    -- its server
    number      INTEGER NOT NULL,    -- by which staff know it, per server
    title       TEXT    NOT NULL,    -- as staff typed it
    status      TEXT    NOT NULL     -- what staff makes of it
        CHECK (status IN ('open', 'planned', 'in_progress', 'shipped', 'declined', 'duplicate')),
    reason      TEXT,                -- why it has this status, as typed
    owner_id    INTEGER,             -- who sees to it
    merged_into INTEGER REFERENCES feedback_themes ON DELETE SET NULL, -- the theme that gathers its feedback now
    created_at  INTEGER NOT NULL,    -- unix milliseconds
    closed_at   INTEGER,             -- since when it is shipped, declined or a duplicate, unix milliseconds
    CHECK (merged_into IS NULL OR status = 'duplicate'),
    CHECK ((closed_at IS NULL) = (status IN ('open', 'planned', 'in_progress')))
) STRICT;

CREATE UNIQUE INDEX feedback_themes_by_number ON feedback_themes (guild_id, number);
CREATE INDEX feedback_themes_merged ON feedback_themes (merged_into);
