-- Reports: what members have told the moderators of one message or one person, until it is settled.
CREATE TABLE reports (
    report_id   INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id    INTEGER NOT NULL,    -- its server
    number      INTEGER NOT NULL,    -- by which staff know it, per server from 1 on
    member_id   INTEGER NOT NULL,    -- who is reported
    channel_id  INTEGER,             -- where the message is; NULL where a person is reported
    message_id  INTEGER,             -- the message
    quote       TEXT,                -- the message as it was when it was first reported
    about_staff INTEGER NOT NULL CHECK (about_staff IN (0, 1)), -- whether only managers may read it
    state       TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('open', 'acted', 'dismissed')),
    opened_at   INTEGER NOT NULL,    -- of the first report, unix milliseconds
    claimed_by  INTEGER,             -- who looks at it
    claimed_at  INTEGER,             -- since when, unix milliseconds
    decided_by  INTEGER,             -- who has settled it
    decided_at  INTEGER,             -- unix milliseconds
    case_number INTEGER,             -- the case that came of it
    deletion    TEXT                 -- what became of the deletion of the message; NULL where it was not asked for
        CHECK (deletion IN ('waiting', 'done', 'failed', 'unknown')),
    deletion_why TEXT,               -- why it failed: a word of the outbox
    CHECK ((channel_id IS NULL) = (message_id IS NULL)),
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
    CHECK ((state = 'open') = (decided_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX reports_by_number ON reports (guild_id, number);
CREATE UNIQUE INDEX reports_open_message ON reports (guild_id, message_id) WHERE state = 'open' AND message_id IS NOT NULL;
CREATE UNIQUE INDEX reports_open_member ON reports (guild_id, member_id) WHERE state = 'open' AND message_id IS NULL;
CREATE INDEX reports_by_time ON reports (guild_id, opened_at);
