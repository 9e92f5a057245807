-- Surveys: what is asked. Each can be sent any number of times (survey_waves).
CREATE TABLE surveys (
    survey_id  INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    number     INTEGER NOT NULL,    -- by which people know it, per server, from 1 on
    title      TEXT    NOT NULL,    -- in the words of whoever made it
    intro      TEXT,                -- what people read before they start
    anonymous  INTEGER NOT NULL     -- 1: nobody can tell whose answers are whose
        CHECK (anonymous IN (0, 1)),
    days       INTEGER NOT NULL     -- for how many days a wave is open, unless something else is said
        CHECK (days BETWEEN 1 AND 60),
    roles      TEXT    NOT NULL     -- JSON: ids of the roles whose holders may answer; [] for everyone
        CHECK (json_valid(roles)),
    state      TEXT    NOT NULL     -- still in the builder, or sent at least once
        CHECK (state IN ('draft', 'sent')),
    made_by    INTEGER,             -- who began it; NULL once they are forgotten, and two years later
    at         INTEGER NOT NULL,    -- when it was begun, unix milliseconds
    changed_at INTEGER NOT NULL,    -- when the builder last changed it, unix milliseconds
    UNIQUE (guild_id, number)
) STRICT;

-- The questions of surveys. They change only as long as the survey is a draft.
CREATE TABLE survey_questions (
    asked_id  INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; answers name it
    guild_id  INTEGER NOT NULL,    -- the server
    survey_id INTEGER NOT NULL     -- the survey
        REFERENCES surveys (survey_id) ON DELETE CASCADE,
    place     INTEGER NOT NULL,    -- orders the questions of a survey
    kind      TEXT    NOT NULL     -- how it is answered
        CHECK (kind IN ('single', 'multi', 'rating', 'nps', 'text')),
    text      TEXT    NOT NULL,    -- in the words of whoever made it
    options   TEXT    NOT NULL     -- JSON: what can be chosen, in order; [] where nothing is
        CHECK (json_valid(options)),
    required  INTEGER NOT NULL     -- 1: answers cannot be sent without this one
        CHECK (required IN (0, 1))
) STRICT;

CREATE INDEX survey_questions_by_place ON survey_questions (survey_id, place);

-- Each sending of a survey, from its preview on: a post with "Start" that people answer until it closes.
CREATE TABLE survey_waves (
    wave_id    INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    survey_id  INTEGER NOT NULL     -- what is asked
        REFERENCES surveys (survey_id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,    -- per survey, from 1 on; 0 as long as it was never posted
    channel_id INTEGER NOT NULL,    -- where the post stands
    ping       INTEGER,             -- the role that is called; the server's own id stands for everyone
    sent_by    INTEGER,             -- who sent it; NULL for a schedule, once they are forgotten, and two years later
    anonymous  INTEGER NOT NULL     -- what the post promises
        CHECK (anonymous IN (0, 1)),
    state      TEXT    NOT NULL     -- how far it is
        CHECK (state IN ('preview', 'cancelled', 'open', 'closed', 'failed')),
    at         INTEGER NOT NULL,    -- when the preview was made, unix milliseconds
    opened_at  INTEGER,             -- when it was posted, unix milliseconds
    closes_at  INTEGER,             -- when it is to close, unix milliseconds; NULL in a preview: days after it is posted
    closed_at  INTEGER,             -- when it was closed, unix milliseconds
    invited    INTEGER,             -- how many could answer when it opened; NULL where Discord did not say
    unsent     INTEGER NOT NULL DEFAULT 0, -- how many had begun and not sent when it closed
    order_id   INTEGER              -- the post, in the outbox
) STRICT;

CREATE INDEX survey_waves_by_survey ON survey_waves (survey_id, number);

-- What people have filled in and not sent: kept page by page, gone when they send it or the wave closes.
-- Without a wave it is somebody trying out a survey, which never counts.
CREATE TABLE survey_progress (
    progress_id INTEGER PRIMARY KEY, -- ours
    guild_id    INTEGER NOT NULL,    -- the server
    survey_id   INTEGER NOT NULL     -- what is asked
        REFERENCES surveys (survey_id) ON DELETE CASCADE,
    wave_id     INTEGER              -- the sending that is answered; NULL while trying out
        REFERENCES survey_waves (wave_id) ON DELETE CASCADE,
    member_id   INTEGER,             -- who; NULL where the wave is anonymous
    mark        TEXT,                -- there, a hash of who, by a key that is destroyed at the close
    page        INTEGER NOT NULL,    -- the page they were on, from 0 on
    answers     TEXT    NOT NULL     -- JSON: the answers so far, by asked_id
        CHECK (json_valid(answers)),
    at          INTEGER,             -- when it was begun, unix milliseconds; NULL where the wave is anonymous
    CHECK ((member_id IS NULL) <> (mark IS NULL))
) STRICT;

CREATE UNIQUE INDEX survey_progress_of_member ON survey_progress (survey_id, coalesce(wave_id, 0), member_id);
CREATE UNIQUE INDEX survey_progress_of_mark ON survey_progress (wave_id, mark);

-- What people have sent as their answers: one entry per person and wave.
CREATE TABLE survey_entries (
    entry_id  INTEGER PRIMARY KEY, -- ours, drawn at random: their order would tell who came when
    guild_id  INTEGER NOT NULL,    -- the server
    wave_id   INTEGER NOT NULL     -- the sending that is answered
        REFERENCES survey_waves (wave_id) ON DELETE CASCADE,
    member_id INTEGER,             -- who; NULL where the wave is anonymous
    mark      TEXT,                -- there, a hash of who, by a key that is destroyed at the close; NULL after it
    sent_at   INTEGER              -- when, unix milliseconds; NULL where the wave is anonymous
) STRICT;

CREATE UNIQUE INDEX survey_entries_of_member ON survey_entries (wave_id, member_id);
CREATE UNIQUE INDEX survey_entries_of_mark ON survey_entries (wave_id, mark);

-- The answers of an entry; questions that were left out have none.
CREATE TABLE survey_answers (
    entry_id INTEGER NOT NULL     -- the entry
        REFERENCES survey_entries (entry_id) ON DELETE CASCADE,
    asked_id INTEGER NOT NULL     -- the question
        REFERENCES survey_questions (asked_id) ON DELETE CASCADE,
    guild_id INTEGER NOT NULL,    -- the server
    choices  TEXT                 -- JSON: places of the chosen options, from 0 on, ascending
        CHECK (json_valid(choices)),
    number   INTEGER,             -- 1 to 5 of a rating, 0 to 10 of NPS
    words    TEXT,                -- in the person's own words: an answer, or why they gave that number
    PRIMARY KEY (entry_id, asked_id),
    CHECK (choices IS NOT NULL OR number IS NOT NULL OR words IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_answers_by_question ON survey_answers (asked_id);

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

-- Comments to surveys that somebody has kept as feedback, so that none is kept twice.
CREATE TABLE survey_kept (
    entry_id INTEGER NOT NULL -- the entry it stands in
        REFERENCES survey_entries (entry_id) ON DELETE CASCADE,
    asked_id INTEGER NOT NULL -- the question it answers
        REFERENCES survey_questions (asked_id) ON DELETE CASCADE,
    guild_id INTEGER NOT NULL, -- the server
    at       INTEGER NOT NULL, -- when, unix milliseconds
    PRIMARY KEY (entry_id, asked_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_kept_by_question ON survey_kept (asked_id);
