-- What stood in a case before somebody changed it.
CREATE TABLE case_edits (
    edit_id   INTEGER PRIMARY KEY, -- ours
    guild_id  INTEGER NOT NULL,    -- the server
    case_id   INTEGER NOT NULL     -- the case that was changed
        REFERENCES cases (case_id),
    editor_id INTEGER NOT NULL,    -- who changed it
    field     TEXT    NOT NULL     -- what was changed
        CHECK (field IN ('reason', 'until')),
    before    TEXT    NOT NULL,    -- as it was; an instant as unix milliseconds, empty for none
    after     TEXT    NOT NULL,    -- as it is since
    at        INTEGER NOT NULL     -- when, unix milliseconds
) STRICT;

CREATE INDEX case_edits_by_case ON case_edits (case_id, edit_id);
