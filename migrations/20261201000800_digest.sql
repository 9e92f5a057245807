-- When each server gets its weekly digest, and which week comes next. The channel is the setting "digest".
CREATE TABLE digest_plans (
    guild_id          INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the server
    weekday           INTEGER NOT NULL              -- 1 Monday … 7 Sunday, in the server's calendar
        CHECK (weekday BETWEEN 1 AND 7),
    minute_of_day     INTEGER NOT NULL              -- 540 is 09:00 on the clocks of the server's zone
        CHECK (minute_of_day BETWEEN 0 AND 1439),
    sections          TEXT,                         -- names of the features it shows, with commas between; NULL: all
    next_week         TEXT,                         -- the first week that has none yet, as 2026-W47; NULL: Steward is not there
    next_at           INTEGER,                      -- when that week's digest is due, unix milliseconds; NULL with next_week
    public_channel_id INTEGER,                      -- Discord's id of the channel where the edition for members is posted; NULL: there is none
    CHECK ((next_week IS NULL) = (next_at IS NULL))
) STRICT;

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

-- The digests whose edition for members was posted or was to be; what it says stands in digest_weeks.
CREATE TABLE digest_public_posts (
    digest_id  INTEGER NOT NULL PRIMARY KEY -- whose edition it is
        REFERENCES digest_weeks (digest_id),
    guild_id   INTEGER NOT NULL,            -- Discord's id of the server
    state      TEXT    NOT NULL             -- sending: in the outbox; unknown: may have been posted
        CHECK (state IN ('sending', 'posted', 'failed', 'unknown')),
    channel_id INTEGER NOT NULL,            -- where it was posted or was to be
    message_id INTEGER,                     -- the message it is, once posted
    why        TEXT                         -- why it could not be posted, once failed
) STRICT;
