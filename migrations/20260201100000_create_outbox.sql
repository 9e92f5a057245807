-- What must happen on Discord: each row is committed together with what it follows from, and carries
-- what became of it. Nothing is sent that does not stand here first, but answers to a command.
CREATE TABLE outbox (
    outbox_id  INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice: the nonce of a message is made of it
    guild_id   INTEGER NOT NULL,    -- the server it happens in
    feature    TEXT    NOT NULL,    -- who is told what became of it
    part       TEXT    NOT NULL,    -- what it is to that feature: a notice, an act, an entry of the log
    about      INTEGER NOT NULL,    -- the row of that feature that it follows from
    effect     TEXT    NOT NULL,    -- what is to be done, as JSON; emptied once it is done
    lane       TEXT    NOT NULL,    -- what happens in one lane happens in order
    rank       INTEGER NOT NULL,    -- what is due is done in this order: acts, notices, posts, edits
    after_id   INTEGER,             -- not before this one has ended
    due_at     INTEGER NOT NULL,    -- not before, unix milliseconds
    expires_at INTEGER,             -- of no use from then on, unix milliseconds
    state      TEXT    NOT NULL     -- how far it is; waiting: others come first in its lane; sending: no outcome is stored yet
        CHECK (state IN ('waiting', 'pending', 'sending', 'done', 'failed', 'unknown')),
    why        TEXT,                -- why it failed
    tries      INTEGER NOT NULL,    -- how often it was tried
    tried_at   INTEGER,             -- when it was first tried without a word on whether it was done
    channel_id INTEGER,             -- where the message is that came of it
    message_id INTEGER,             -- the message that came of it
    created_at INTEGER NOT NULL,    -- when its cause was recorded, unix milliseconds
    ended_at   INTEGER              -- when its outcome was stored, unix milliseconds
) STRICT;

-- Whatever waits is found without a look at what has ended, and what can be done next without a look
-- at what waits in lanes: there may be a hundred thousand of either.
CREATE INDEX outbox_open ON outbox (lane, outbox_id) WHERE state IN ('waiting', 'pending', 'sending');
CREATE INDEX outbox_next ON outbox (rank, outbox_id, due_at) WHERE state = 'pending';
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'pending';
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_cause ON outbox (feature, about);

-- A lane goes on when its first has ended or is gone, whoever has seen to that.
CREATE TRIGGER outbox_ended AFTER UPDATE OF state ON outbox
WHEN new.state IN ('done', 'failed', 'unknown')
BEGIN
    UPDATE outbox SET state = 'pending'
    WHERE state = 'waiting' AND outbox_id = (
        SELECT min(outbox_id) FROM outbox WHERE lane = new.lane AND state IN ('waiting', 'pending', 'sending'));
END;

CREATE TRIGGER outbox_gone AFTER DELETE ON outbox
WHEN old.state IN ('waiting', 'pending', 'sending')
BEGIN
    UPDATE outbox SET state = 'pending'
    WHERE state = 'waiting' AND outbox_id = (
        SELECT min(outbox_id) FROM outbox WHERE lane = old.lane AND state IN ('waiting', 'pending', 'sending'));
END;
