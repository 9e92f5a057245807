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
