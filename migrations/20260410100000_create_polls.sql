-- Polls, from the moment they are published. What is asked does not change any more; only the end can be
-- put off.
CREATE TABLE polls (
    poll_id      INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id     INTEGER NOT NULL,    -- the server
    number       INTEGER NOT NULL,    -- by which people know it, per server from 1 on
    author_id    INTEGER NOT NULL,    -- who made it
    channel_id   INTEGER NOT NULL,    -- where the card and the result stand
    question     TEXT    NOT NULL,    -- as typed
    kind         TEXT    NOT NULL     -- how people answer
        CHECK (kind IN ('single', 'multi', 'ranked', 'rating', 'native')),
    pick_min     INTEGER NOT NULL,    -- so many options a ballot has to hold at least to count
    pick_max     INTEGER NOT NULL,    -- and so many at most
    starts_at    INTEGER,             -- when it is to open, unix milliseconds; NULL: as soon as it is published
    closes_at    INTEGER NOT NULL,    -- when it closes by itself, unix milliseconds
    voters       TEXT    NOT NULL,    -- ids of the roles that may vote, separated by commas; empty: everyone
    quorum       INTEGER,             -- so many must vote for the result to hold
    quorum_unit  TEXT                 -- of what
        CHECK (quorum_unit IN ('people', 'percent')),
    results      TEXT    NOT NULL     -- when results are seen
        CHECK (results IN ('live', 'after_vote', 'after_close')),
    ballot       TEXT    NOT NULL     -- who sees how somebody voted
        CHECK (ballot IN ('public', 'named_after', 'secret')),
    ping_id      INTEGER,             -- the role that is called at the opening; the server's own id: everyone
    images       INTEGER NOT NULL,    -- how many images stand in its gallery
    state        TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('scheduled', 'open', 'closed')),
    published_at INTEGER NOT NULL,    -- unix milliseconds
    eligible     INTEGER,             -- how many could vote when it opened; NULL: not known
    opened_at    INTEGER,             -- unix milliseconds
    closed_at    INTEGER,             -- unix milliseconds
    closed_by    INTEGER,             -- who closed it; NULL: its time was over
    draw         INTEGER,             -- drawn at the close, for what is equal in every round of a run-off
    tally        TEXT,                -- what came out, as JSON
    card_order   INTEGER,             -- the order of its card
    card_why     TEXT,                -- why there is no card: a word of the outbox
    shown_at     INTEGER,             -- when the card was last told anew, unix milliseconds
    result_order INTEGER,             -- the order of its result
    result_why   TEXT,                -- why there is no result: a word of the outbox
    CHECK ((quorum IS NULL) = (quorum_unit IS NULL)),
    CHECK ((state = 'closed') = (tally IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX polls_by_number ON polls (guild_id, number);
CREATE INDEX polls_by_closing ON polls (guild_id, closed_at);
