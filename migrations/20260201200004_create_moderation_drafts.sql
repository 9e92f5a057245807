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
