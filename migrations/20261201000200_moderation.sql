-- What staff have recorded about members. A case is never deleted by a command and never hangs on
-- another table: what was done stays known.
CREATE TABLE cases (
    case_id          INTEGER PRIMARY KEY, -- ours; people know a case by its number
    guild_id         INTEGER NOT NULL,    -- the server it belongs to
    number           INTEGER NOT NULL,    -- rises by one in each server, never used twice
    kind             TEXT    NOT NULL     -- what was recorded or done
        CHECK (kind IN ('note', 'warn', 'timeout', 'untimeout', 'kick', 'ban', 'unban')),
    member_id        INTEGER NOT NULL,    -- whom it is about
    actor_id         INTEGER NOT NULL,    -- who recorded it
    reason           TEXT    NOT NULL,    -- in the actor's words; for a note, the note
    at               INTEGER NOT NULL,    -- when it was recorded, unix milliseconds
    severity         INTEGER              -- of a warning: 1 minor, 2 serious, 3 severe
        CHECK (severity BETWEEN 1 AND 3),
    points           INTEGER NOT NULL     -- what a warning adds while it counts
        DEFAULT 0 CHECK (points >= 0),
    points_expire_at INTEGER,             -- from then on they count no more, unix milliseconds
    rule             TEXT,                -- the rule it is about, in the words of its day
    evidence         TEXT,                -- what speaks for it, in the actor's words
    link             TEXT,                -- the message it is about
    quote            TEXT,                -- that message as it was
    cause            INTEGER,             -- number of the warning that it followed from
    until            INTEGER,             -- when a timeout or ban ends, unix milliseconds
    act              TEXT    NOT NULL     -- how far what it does on Discord is
        DEFAULT 'none' CHECK (act IN ('none', 'waiting', 'applied', 'failed', 'unknown', 'lifted', 'ended', 'superseded')),
    act_why          TEXT,                -- why it is not applied, or could not be lifted
    act_order        INTEGER,             -- the row of the outbox that does it on Discord
    act_until        INTEGER,             -- the end of a timeout as Discord was last told it
    ended_at         INTEGER,             -- when a timeout or ban was over, unix milliseconds
    log_order        INTEGER,             -- the row of the outbox that puts it into the mod log
    voided_at        INTEGER,             -- since then it does not count, unix milliseconds
    voided_by        INTEGER,             -- who voided it
    void_reason      TEXT,                -- why, in their words
    log              TEXT    NOT NULL     -- what became of its message in the mod log
        DEFAULT 'none' CHECK (log IN ('none', 'waiting', 'posted', 'failed')),
    log_why          TEXT,                -- why it is not in the mod log
    lift_order       INTEGER,             -- the row of the outbox that takes back what was done on Discord, once somebody has asked for it
    act_asked        INTEGER,             -- the end of a timeout that Discord was asked for since, until it is known whether it heard that, unix milliseconds
    lapsed_at        INTEGER,             -- a long timeout is told to Discord in parts: when one ran out before the next was told, unix milliseconds
    resumed_at       INTEGER,             -- since when it is in force again, unix milliseconds
    UNIQUE (guild_id, number)
) STRICT;

CREATE INDEX cases_by_member ON cases (guild_id, member_id, number);

-- What stood in a case before somebody changed it.
CREATE TABLE case_edits (
    edit_id   INTEGER PRIMARY KEY, -- ours
    guild_id  INTEGER NOT NULL,    -- the server
    case_id   INTEGER NOT NULL     -- the case that was changed
        REFERENCES cases (case_id),
    editor_id INTEGER NOT NULL,    -- who changed it
    field     TEXT    NOT NULL     -- what was changed
        CHECK (field IN ('reason', 'until')),
    before    TEXT    NOT NULL,    -- as it was; an instant as unix milliseconds, empty for none
    after     TEXT    NOT NULL,    -- as it is since
    at        INTEGER NOT NULL     -- when, unix milliseconds
) STRICT;

CREATE INDEX case_edits_by_case ON case_edits (case_id, edit_id);

-- Cases that belong together; each pair stands here once, the lower case first.
CREATE TABLE case_links (
    guild_id  INTEGER NOT NULL,    -- the server
    case_id   INTEGER NOT NULL     -- one case
        REFERENCES cases (case_id),
    other_id  INTEGER NOT NULL     -- the other
        REFERENCES cases (case_id),
    linked_by INTEGER NOT NULL,    -- who linked them
    at        INTEGER NOT NULL,    -- when, unix milliseconds
    PRIMARY KEY (case_id, other_id),
    CHECK (case_id < other_id)
) STRICT;

CREATE INDEX case_links_by_other ON case_links (other_id);

-- What a person is told about a case of theirs, and whether it reached them.
CREATE TABLE moderation_notices (
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

CREATE INDEX moderation_notices_by_case ON moderation_notices (case_id, notice_id);

-- Warnings that somebody is looking at and has not confirmed. Each is confirmed once at most, and
-- gone a day later.
CREATE TABLE moderation_drafts (
    draft_id    INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id    INTEGER NOT NULL,    -- the server
    actor_id    INTEGER NOT NULL,    -- who is about to warn
    member_id   INTEGER NOT NULL,    -- whom
    channel_id  INTEGER NOT NULL,    -- where, and where a notice in a channel would stand
    reason      TEXT    NOT NULL,    -- in the actor's words
    rule        TEXT,                -- as typed
    severity    INTEGER NOT NULL     -- 1 minor, 2 serious, 3 severe
        CHECK (severity BETWEEN 1 AND 3),
    evidence    TEXT,                -- as typed
    link        TEXT,                -- the message it is about
    quote       TEXT,                -- that message as it was when the menu was opened
    notify      TEXT    NOT NULL     -- how the person is told
        CHECK (notify IN ('dm', 'channel', 'none')),
    seen_case   INTEGER NOT NULL,    -- number of the last case about the person that the preview knew; 0 for none
    seen_fires  TEXT    NOT NULL,    -- what the preview said that it fires
    state       TEXT    NOT NULL     -- whether it is still looked at
        CHECK (state IN ('open', 'confirmed', 'cancelled')),
    case_number INTEGER,             -- what it became
    at          INTEGER NOT NULL,    -- when it was begun, unix milliseconds
    ended_at    INTEGER              -- when it was confirmed or cancelled, unix milliseconds
) STRICT;

CREATE INDEX moderation_drafts_by_age ON moderation_drafts (at);

-- What managers are asked to decide about a person whose points crossed a rung of the ladder.
CREATE TABLE moderation_decisions (
    decision_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id    INTEGER NOT NULL,    -- the server
    case_id     INTEGER NOT NULL     -- the warning that crossed it
        REFERENCES cases (case_id),
    rung        TEXT    NOT NULL,    -- as the ladder writes it: "10 decide", "3 timeout 1h"
    state       TEXT    NOT NULL     -- whether somebody has decided
        CHECK (state IN ('open', 'acted', 'dismissed', 'withdrawn')),
    order_id    INTEGER,             -- the row of the outbox that posted the card, if there is a place for it
    decided_by  INTEGER,             -- who decided
    decided_at  INTEGER,             -- when, unix milliseconds
    case_number INTEGER,             -- what was done
    at          INTEGER NOT NULL     -- when it was asked, unix milliseconds
) STRICT;

CREATE INDEX moderation_decisions_by_case ON moderation_decisions (case_id);

-- What somebody is asked before a case with an act in force is voided: whether to lift it too. Each is
-- answered once at most, and gone a day later.
CREATE TABLE moderation_questions (
    question_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id    INTEGER NOT NULL,    -- the server
    case_id     INTEGER NOT NULL     -- the case that is to be voided
        REFERENCES cases (case_id),
    actor_id    INTEGER NOT NULL,    -- who is asked
    reason      TEXT    NOT NULL,    -- why it is to be voided, in their words
    at          INTEGER NOT NULL,    -- when, unix milliseconds
    answered_at INTEGER              -- when they answered, unix milliseconds
) STRICT;

CREATE INDEX moderation_questions_by_age ON moderation_questions (at);
