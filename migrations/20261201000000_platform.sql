-- The servers that Steward is in, or was in: what it calls them and how it speaks to them.
CREATE TABLE guilds (
    guild_id  INTEGER NOT NULL PRIMARY KEY,                     -- Discord's id of the server
    name      TEXT    NOT NULL,                                 -- as Discord last gave it; for people, never a key
    locale    TEXT    NOT NULL CHECK (locale IN ('en', 'ru', 'ro')), -- the server's own in Discord; holds until one is chosen in settings
    joined_at INTEGER NOT NULL,                                 -- unix ms, when Steward first saw the server
    left_at   INTEGER                                           -- unix ms of a true removal, never of an outage; NULL while in it
) STRICT;

-- The ledger of IDENTIFYs. Discord resets the token of a bot that identifies more than 1,000 times
-- a day, so every connection is written down before it is made.
CREATE TABLE discord_identifies (
    identify_id INTEGER PRIMARY KEY, -- rises with every row
    at          INTEGER NOT NULL,    -- when it was allowed, then when it was used; unix milliseconds of the real clock
    outcome     TEXT    NOT NULL     -- how far it came: allowed, used, then ready or resumed
        CHECK (outcome IN ('allowed', 'used', 'ready', 'resumed'))
) STRICT;

CREATE INDEX discord_identifies_by_time ON discord_identifies (at);

-- In which language people last used Steward, for what is sent to them when they are not there.
CREATE TABLE readers (
    member_id INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the person
    locale    TEXT    NOT NULL              -- the language that Steward answered them in
        CHECK (locale IN ('en', 'ru', 'ro')),
    seen_at   INTEGER NOT NULL              -- unix ms, when they were first answered in it since the language before
) STRICT;

-- What staff have done through Steward, so that they can be asked about it. Append-only: no row ever
-- changes, and none is deleted in its first two years while Steward is in the server: the trigger
-- audit_keeps_two_years sees to that, which is created with privacy_retention because it reads it.
CREATE TABLE audit (
    audit_id  INTEGER PRIMARY KEY, -- ours; rises with time
    guild_id  INTEGER NOT NULL,    -- where it was done
    at        INTEGER NOT NULL,    -- when, unix milliseconds
    actor_id  INTEGER NOT NULL,    -- who did it
    action    TEXT    NOT NULL     -- what was done, as section and verb: 'case.edit'
        CHECK (action LIKE '_%._%'),
    target_id INTEGER,             -- whom it was done to; none for settings and the like
    subject   TEXT    NOT NULL,    -- what it was done to, as people know it: 'case #12'; may be empty
    before    TEXT    NOT NULL,    -- what held before; empty where nothing did
    after     TEXT    NOT NULL     -- what holds since; empty where nothing does
) STRICT;

-- For the newest row, which each deletion asks for, and for what has become too old.
CREATE INDEX audit_by_age ON audit (at);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

-- INSERT OR REPLACE would delete without asking audit_keeps_two_years.
CREATE TRIGGER audit_never_replaces BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE audit_id = NEW.audit_id)
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

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
    ended_at   INTEGER,             -- when its outcome was stored, unix milliseconds
    event_id   INTEGER              -- the scheduled event that came of it, by which a later order changes it
) STRICT;

-- Whatever waits is found without a look at what has ended, and what can be done next without a look
-- at what waits in lanes: there may be a hundred thousand of either.
CREATE INDEX outbox_open ON outbox (lane, outbox_id) WHERE state IN ('waiting', 'pending', 'sending');
CREATE INDEX outbox_next ON outbox (rank, outbox_id, due_at) WHERE state = 'pending';
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'pending';
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_cause ON outbox (feature, about);
CREATE INDEX outbox_by_event ON outbox (event_id) WHERE event_id IS NOT NULL;

-- What failed or is not known is counted without a look at all that was done.
CREATE INDEX outbox_unsure ON outbox (state) WHERE state IN ('failed', 'unknown');

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

-- What messages that wait in the outbox carry along and nobody could make anew: images that people gave.
CREATE TABLE outbox_files (
    outbox_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE, -- the order whose message it is
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 0 on, as the order names it
    bytes     BLOB    NOT NULL,    -- what it holds
    PRIMARY KEY (outbox_id, place)
) STRICT;

-- What has ended needs it no more, whoever has seen to that.
CREATE TRIGGER outbox_files_ended AFTER UPDATE OF state ON outbox
WHEN new.state IN ('done', 'failed', 'unknown')
BEGIN
    DELETE FROM outbox_files WHERE outbox_id = new.outbox_id;
END;

-- What is to happen later. A job is removed once it has succeeded; one that was given up stays.
CREATE TABLE jobs (
    job_id      INTEGER PRIMARY KEY AUTOINCREMENT, -- ours
    guild_id    INTEGER NOT NULL,    -- the server it is for
    kind        TEXT    NOT NULL,    -- which one: "digest.weekly"
    row_id      INTEGER NOT NULL,    -- the row of the feature that it is about; 0 where there is none
    urgent      INTEGER NOT NULL     -- before all others: what lifts a punishment
        CHECK (urgent IN (0, 1)),
    due_at      INTEGER NOT NULL,    -- not before, unix milliseconds
    state       TEXT    NOT NULL     -- claimed means that it runs, or ran in a process that was killed
        CHECK (state IN ('pending', 'claimed', 'given_up')),
    claim       INTEGER NOT NULL,    -- rises with every claim: whoever holds an older one has lost the job
    lease_until INTEGER,             -- until then nobody else may claim it, unix milliseconds
    tries       INTEGER NOT NULL,    -- how often it has failed so far
    why         TEXT                 -- what it said when it last failed
) STRICT;

CREATE UNIQUE INDEX jobs_open ON jobs (kind, guild_id, row_id) WHERE state IN ('pending', 'claimed');
CREATE INDEX jobs_due ON jobs (urgent DESC, due_at) WHERE state IN ('pending', 'claimed');
CREATE INDEX jobs_next ON jobs (due_at) WHERE state = 'pending';
CREATE INDEX jobs_lease ON jobs (lease_until) WHERE state = 'claimed';

-- The last sign of life of a running Steward, in one row, for whoever asks from outside the process.
CREATE TABLE heartbeat (
    heartbeat_id INTEGER PRIMARY KEY     -- always 1
        CHECK (heartbeat_id = 1),
    at           INTEGER NOT NULL,       -- when it was given, unix milliseconds by the machine's clock
    report       TEXT    NOT NULL,       -- how the bot was then: what `/health` would have answered, as JSON
    room         BLOB                    -- filled and emptied again to prove that a disk that was full has room
) STRICT;

-- By which numbers people know things of a server, counted apart for each kind: the last one given, so
-- that none is used twice, even after its row has gone.
CREATE TABLE numbers (
    guild_id INTEGER NOT NULL, -- the server
    kind     TEXT    NOT NULL, -- what is counted, as its table is named: 'cases'
    last     INTEGER NOT NULL, -- the highest number given so far
    PRIMARY KEY (guild_id, kind)
) STRICT, WITHOUT ROWID;

-- When the database was put back from a copy. What was due before then may have been done by the
-- database that had been there, so it is not done blindly a second time.
CREATE TABLE restores (
    restore_id INTEGER PRIMARY KEY, -- ours
    at         INTEGER NOT NULL     -- unix milliseconds
) STRICT;
