-- What one member wrote in a report; several of them can be about the same thing.
CREATE TABLE report_entries (
    report_entry_id INTEGER PRIMARY KEY, -- ours; the button of the receipt names it
    report_id       INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- what it is part of
    guild_id        INTEGER NOT NULL,    -- its server
    reporter_id     INTEGER NOT NULL,    -- who reported
    reason          TEXT    NOT NULL,    -- as typed
    evidence        TEXT,                -- as typed
    reported_at     INTEGER NOT NULL,    -- unix milliseconds
    tell            INTEGER NOT NULL DEFAULT 0 CHECK (tell IN (0, 1)) -- whether the reporter wants to know when it is settled
) STRICT;

CREATE INDEX report_entries_of_report ON report_entries (report_id);
CREATE INDEX report_entries_of_reporter ON report_entries (guild_id, reporter_id, reported_at);
