-- What staff ask somebody who appeals, and what they answer.
CREATE TABLE appeal_questions (
    appeal_question_id INTEGER PRIMARY KEY, -- ours; the button under the question names it
    appeal_id   INTEGER NOT NULL REFERENCES appeals ON DELETE CASCADE, -- what it is about
    guild_id    INTEGER NOT NULL,    -- its server
    asked_by    INTEGER NOT NULL,    -- who asks
    question    TEXT    NOT NULL,    -- as typed
    asked_at    INTEGER NOT NULL,    -- unix milliseconds
    sent        TEXT    NOT NULL     -- what became of the message to the person
        CHECK (sent IN ('waiting', 'delivered', 'failed', 'unknown')),
    sent_why    TEXT,                -- why it failed: a word of the outbox
    answer      TEXT,                -- as typed
    answered_at INTEGER,             -- unix milliseconds
    CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;

CREATE INDEX appeal_questions_of_appeal ON appeal_questions (appeal_id, appeal_question_id);
