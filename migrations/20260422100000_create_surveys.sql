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
