-- Answers that hosts have written ahead. Nobody else reads one before its host posts it.
CREATE TABLE ama_prepared (
    question_id INTEGER NOT NULL REFERENCES ama_questions ON DELETE CASCADE, -- the question
    guild_id    INTEGER NOT NULL,    -- its server
    host_id     INTEGER NOT NULL,    -- who has written it
    text        TEXT    NOT NULL,    -- as typed
    at          INTEGER NOT NULL,    -- when it was last changed, unix milliseconds
    PRIMARY KEY (question_id, host_id)
) STRICT, WITHOUT ROWID;
