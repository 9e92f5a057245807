-- The digests there have been: one for each week of a server, as it was first written, kept for good.
CREATE TABLE digest_weeks (
    digest_id   INTEGER PRIMARY KEY,  -- ours
    guild_id    INTEGER NOT NULL,     -- Discord's id of the server
    week        TEXT    NOT NULL,     -- ISO week of the server's calendar, as 2026-W47
    content     TEXT    NOT NULL,     -- JSON with its schema_version: the page as people read it, and its figures
    due_at      INTEGER NOT NULL,     -- when it was to come, unix milliseconds
    rendered_at INTEGER NOT NULL,     -- when it was written, unix milliseconds
    late        INTEGER NOT NULL      -- so long after due_at that the page says so
        CHECK (late IN (0, 1)),
    state       TEXT    NOT NULL      -- kept: posted nowhere; sending: in the outbox; unknown: may have been posted
        CHECK (state IN ('kept', 'sending', 'posted', 'failed', 'unknown')),
    channel_id  INTEGER,              -- where it was posted or was to be; NULL while kept
    message_id  INTEGER,              -- the message it is, once posted
    why         TEXT,                 -- why it could not be posted, once failed
    UNIQUE (guild_id, week)
) STRICT;
