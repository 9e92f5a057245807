-- What hosts have answered: one answer for each question, whoever comes first.
CREATE TABLE ama_answers (
    answer_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice
    question_id INTEGER NOT NULL UNIQUE REFERENCES ama_questions ON DELETE CASCADE, -- the question
    guild_id    INTEGER NOT NULL,    -- its server
    host_id     INTEGER,             -- who answered; NULL once that is not kept any more
    text        TEXT,                -- as typed; NULL: it was answered by word of mouth
    at          INTEGER NOT NULL,    -- when, unix milliseconds
    edited_at   INTEGER              -- when it was last changed, unix milliseconds
) STRICT;
