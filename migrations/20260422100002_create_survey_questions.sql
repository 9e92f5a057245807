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
