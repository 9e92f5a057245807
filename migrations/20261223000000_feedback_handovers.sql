-- Themes that were handed over to the tracker of the settings, one row for each: it is tried until the tracker has taken
-- it or a day is over.
CREATE TABLE feedback_handovers (
    handover_id INTEGER PRIMARY KEY, -- ours
    guild_id    INTEGER NOT NULL,    -- its server
    theme_id    INTEGER NOT NULL REFERENCES feedback_themes ON DELETE CASCADE, -- what was handed over
    key         TEXT    NOT NULL,    -- goes with every try, so that the tracker can know one that it has had
    handed_by   INTEGER,             -- who handed it over, and hears of it when it fails
    handed_at   INTEGER NOT NULL,    -- unix milliseconds
    state       TEXT    NOT NULL     -- what came of it
        CHECK (state IN ('pending', 'sent', 'failed')),
    tries       INTEGER NOT NULL,    -- how often it was tried since then
    why         TEXT                 -- what was wrong with the last try
        CHECK (why IN ('unreachable', 'timeout', 'unwell', 'refused', 'redirect', 'private', 'off')),
    status      INTEGER,             -- what the tracker answered to it, as HTTP counts
    link        TEXT,                -- where the tracker keeps it: an address, or the name of an issue
    ended_at    INTEGER,             -- when it was taken or given up, unix milliseconds
    CHECK ((state = 'pending') = (ended_at IS NULL)),
    CHECK (state <> 'failed' OR why IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX feedback_handovers_of_theme ON feedback_handovers (theme_id);
