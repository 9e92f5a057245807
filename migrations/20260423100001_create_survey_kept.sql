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
