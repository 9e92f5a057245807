-- What somebody is asked before a case with an act in force is voided: whether to lift it too. Each is
-- answered once at most, and gone a day later.
CREATE TABLE moderation_questions (
    question_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id    INTEGER NOT NULL,    -- the server
    case_id     INTEGER NOT NULL     -- the case that is to be voided
        REFERENCES cases (case_id),
    actor_id    INTEGER NOT NULL,    -- who is asked
    reason      TEXT    NOT NULL,    -- why it is to be voided, in their words
    at          INTEGER NOT NULL,    -- when, unix milliseconds
    answered_at INTEGER              -- when they answered, unix milliseconds
) STRICT;

CREATE INDEX moderation_questions_by_age ON moderation_questions (at);
