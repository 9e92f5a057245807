-- What was submitted to contests. Votes for an entry are in upvotes.
CREATE TABLE contest_entries (
    entry_id     INTEGER PRIMARY KEY, -- ours; buttons name it
    contest_id   INTEGER NOT NULL REFERENCES contests ON DELETE CASCADE, -- the contest
    guild_id     INTEGER NOT NULL,    -- its server
    number       INTEGER,             -- by which people know it, per contest in the order of appearing; NULL until it appears
    member_id    INTEGER,             -- who submitted it; NULL once that is not kept any more
    title        TEXT    NOT NULL,    -- as typed
    text         TEXT,                -- as typed
    link         TEXT,                -- an address on the web, checked
    state        TEXT    NOT NULL     -- what has become of it
        CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn')),
    reason       TEXT,                -- why it was rejected, as typed
    reviewed_by  INTEGER,             -- who approved or rejected it
    submitted_at INTEGER NOT NULL,    -- unix milliseconds
    votes        INTEGER              -- how many voted for it, once the contest is closed
) STRICT;

CREATE UNIQUE INDEX contest_entries_by_number ON contest_entries (contest_id, number);
CREATE INDEX contest_entries_of_member ON contest_entries (guild_id, member_id);
