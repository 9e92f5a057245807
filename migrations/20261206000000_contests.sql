-- Contests: what members submit to and vote in.
CREATE TABLE contests (
    contest_id   INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id     INTEGER NOT NULL,    -- its server
    number       INTEGER NOT NULL,    -- by which people know it, per server from 1 on
    author_id    INTEGER NOT NULL,    -- who published it; 0 once that is not kept any more
    channel_id   INTEGER NOT NULL,    -- where it is posted
    title        TEXT    NOT NULL,    -- as typed
    closes_at    INTEGER NOT NULL,    -- until when it takes entries and votes, unix milliseconds
    votes        INTEGER NOT NULL     -- how many entries a member can vote for
        CHECK (votes BETWEEN 1 AND 25),
    review       INTEGER NOT NULL     -- whether a moderator looks at each entry before it appears
        CHECK (review IN (0, 1)),
    state        TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('open', 'closed')),
    thread_id    INTEGER,             -- where entries are posted, once it is made; the channel, where there is no thread
    thread_order INTEGER,             -- the order that makes the thread
    last_number  INTEGER NOT NULL,    -- the last number that an entry got
    published_at INTEGER NOT NULL,    -- unix milliseconds
    closed_at    INTEGER,             -- unix milliseconds
    closed_by    INTEGER,             -- who closed it; NULL: its time was over
    voters       INTEGER,             -- how many people voted, once it is closed
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX contests_by_number ON contests (guild_id, number);
