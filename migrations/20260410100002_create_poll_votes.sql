-- How people have voted: one row for each ballot. Those of a secret poll name nobody, carry no time,
-- and go when it closes.
CREATE TABLE poll_votes (
    poll_id   INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE, -- the poll
    guild_id  INTEGER NOT NULL,    -- its server
    voter     BLOB    NOT NULL,    -- whose ballot it is: their id in text, or in a secret poll a keyed hash of it
    member_id INTEGER,             -- who voted; NULL in a secret poll
    choices   TEXT    NOT NULL,    -- places of options separated by commas; of a ranked poll the preferred ones first
    complete  INTEGER NOT NULL     -- whether it holds as many as it has to
        CHECK (complete IN (0, 1)),
    at        INTEGER,             -- when it was last changed, unix milliseconds; NULL in a secret poll
    PRIMARY KEY (poll_id, voter),
    CHECK ((member_id IS NULL) = (at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX poll_votes_of_member ON poll_votes (guild_id, member_id);
