-- Surveys that come again by themselves, until somebody stops them.
CREATE TABLE survey_schedules (
    survey_id  INTEGER NOT NULL PRIMARY KEY -- what is sent
        REFERENCES surveys (survey_id) ON DELETE CASCADE,
    guild_id   INTEGER NOT NULL, -- the server
    every      TEXT    NOT NULL  -- how often
        CHECK (every IN ('week', 'month', 'quarter')),
    day        INTEGER NOT NULL, -- the day of the first time, since 1970-01-01 in the zone of the server
    hour       INTEGER NOT NULL  -- the time of day, as clocks on the wall show it there
        CHECK (hour BETWEEN 0 AND 23),
    minute     INTEGER NOT NULL  -- with it
        CHECK (minute BETWEEN 0 AND 59),
    until      INTEGER,          -- the last instant at which it may come, unix milliseconds; NULL: as long as nobody stops it
    channel_id INTEGER NOT NULL, -- where it is posted
    open_s     INTEGER NOT NULL  -- for how many seconds each wave is open
        CHECK (open_s > 0),
    quiet      INTEGER NOT NULL  -- 1: it waits until the quiet hours are over
        CHECK (quiet IN (0, 1)),
    next       INTEGER NOT NULL, -- when it comes next, unix milliseconds
    wave_id    INTEGER           -- the wave that is being sent at this moment
        REFERENCES survey_waves (wave_id) ON DELETE SET NULL,
    set_by     INTEGER,          -- who wanted it; NULL once they are forgotten, and two years later
    at         INTEGER NOT NULL  -- when they did, unix milliseconds
) STRICT;

CREATE INDEX survey_schedules_by_guild ON survey_schedules (guild_id);
