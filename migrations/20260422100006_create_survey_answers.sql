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
