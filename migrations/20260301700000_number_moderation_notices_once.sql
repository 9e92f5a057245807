-- A button names its row for good, so no number may be given out again, not even after a copy was put
-- back: then the numbers go on after the highest that was given out. SQLite sees to that only where a
-- table says so when it is made.
CREATE TABLE moderation_notices_new (
    notice_id  INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    case_id    INTEGER NOT NULL     -- what it is about
        REFERENCES cases (case_id),
    says       TEXT    NOT NULL     -- that there is a case, or that it was taken back
        CHECK (says IN ('case', 'withdrawal')),
    way        TEXT    NOT NULL     -- a direct message, or a word in a channel with a button
        CHECK (way IN ('dm', 'channel')),
    channel_id INTEGER NOT NULL,    -- where the case was made, and where a notice in a channel stands
    state      TEXT    NOT NULL     -- what became of it
        CHECK (state IN ('waiting', 'delivered', 'read', 'closed', 'failed', 'unknown', 'withdrawn')),
    why        TEXT,                -- why it failed
    order_id   INTEGER,             -- its row in the outbox, once it is on its way
    at         INTEGER NOT NULL     -- when it was asked for, unix milliseconds
) STRICT;

INSERT INTO moderation_notices_new SELECT * FROM moderation_notices;

DROP TABLE moderation_notices;

ALTER TABLE moderation_notices_new RENAME TO moderation_notices;

CREATE INDEX moderation_notices_by_case ON moderation_notices (case_id, notice_id);
