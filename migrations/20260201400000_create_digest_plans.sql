-- When and where each server gets its weekly digest, and which week comes next.
CREATE TABLE digest_plans (
    guild_id      INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the server
    channel_id    INTEGER,                      -- where it is posted; NULL: nowhere, it is only kept
    weekday       INTEGER NOT NULL              -- 1 Monday … 7 Sunday, in the server's calendar
        CHECK (weekday BETWEEN 1 AND 7),
    minute_of_day INTEGER NOT NULL              -- 540 is 09:00 on the clocks of the server's zone
        CHECK (minute_of_day BETWEEN 0 AND 1439),
    sections      TEXT,                         -- names of the features it shows, with commas between; NULL: all
    next_week     TEXT,                         -- the first week that has none yet, as 2026-W47; NULL: Steward is not there
    next_at       INTEGER,                      -- when that week's digest is due, unix milliseconds; NULL with next_week
    CHECK ((next_week IS NULL) = (next_at IS NULL))
) STRICT;
