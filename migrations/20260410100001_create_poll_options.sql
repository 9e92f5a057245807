-- What there is to vote for in a poll.
CREATE TABLE poll_options (
    poll_id   INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE, -- the poll
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, as ballots and buttons name it
    label     TEXT    NOT NULL,    -- as typed
    at        INTEGER,             -- the instant it stands for, in a poll of dates; unix milliseconds
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;
