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

-- What there is to vote for in a poll.
CREATE TABLE poll_options (
    poll_id   INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE, -- the poll
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, as ballots and buttons name it
    label     TEXT    NOT NULL,    -- as typed
    at        INTEGER,             -- the instant it stands for, in a poll of dates; unix milliseconds
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;

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

-- The images of a poll, from its draft until its card stands; Discord keeps them from then on.
CREATE TABLE poll_images (
    draft_id  INTEGER NOT NULL,    -- the draft that they came with
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, in the order of the gallery
    name      TEXT    NOT NULL,    -- of the file
    bytes     BLOB    NOT NULL,    -- what it holds
    poll_id   INTEGER,             -- what the draft became
    at        INTEGER NOT NULL,    -- when they came, unix milliseconds
    PRIMARY KEY (draft_id, place)
) STRICT;

CREATE INDEX poll_images_of_poll ON poll_images (poll_id);

-- Polls that somebody is about to publish: what they asked for, as they see it in the preview.
CREATE TABLE poll_drafts (
    draft_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    author_id  INTEGER NOT NULL,    -- who asks
    channel_id INTEGER NOT NULL,    -- where the card is to stand
    asked      TEXT    NOT NULL,    -- what they asked for, as JSON
    poll_id    INTEGER REFERENCES polls ON DELETE CASCADE, -- what it became
    cancelled  INTEGER NOT NULL     -- whether it was let go of
        CHECK (cancelled IN (0, 1)),
    at         INTEGER NOT NULL     -- when it was begun, unix milliseconds
) STRICT;

CREATE INDEX poll_drafts_by_age ON poll_drafts (at);
