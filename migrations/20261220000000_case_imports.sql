-- Cases that were brought along in a file, from Steward or another bot: a row for each file.
CREATE TABLE case_imports (
    import_id    INTEGER PRIMARY KEY, -- ours; its entry of the mod log and its buttons name it
    guild_id     INTEGER NOT NULL,    -- its server
    actor_id     INTEGER NOT NULL,    -- who brought it
    source       TEXT    NOT NULL     -- which bot the file came from
        CHECK (source IN ('steward', 'zeppelin', 'red', 'dyno', 'mee6', 'yagpdb')),
    file         TEXT    NOT NULL,    -- what the file was called
    added        INTEGER NOT NULL     -- how many cases were recorded
        CHECK (added > 0),
    first_number INTEGER NOT NULL,    -- number of the first of them
    known        INTEGER NOT NULL,    -- how many were on record before
    left_out     INTEGER NOT NULL,    -- how many could not be read
    with_points  INTEGER NOT NULL     -- 1: its warnings have points; 0: none has
        CHECK (with_points IN (0, 1)),
    at           INTEGER NOT NULL,    -- when, unix milliseconds
    undone_at    INTEGER,             -- when it was undone, unix milliseconds
    undone_by    INTEGER,             -- who undid it
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
