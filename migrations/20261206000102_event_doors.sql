-- Check-in as an organiser has opened it.
CREATE TABLE event_doors (
    occurrence_id INTEGER PRIMARY KEY REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    code          TEXT,             -- what is typed to check in; NULL: a button is enough
    opened_by     INTEGER,          -- who opened it; NULL once they are forgotten
    opened_at     INTEGER NOT NULL  -- unix milliseconds
) STRICT;
