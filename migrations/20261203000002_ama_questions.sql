-- What was asked in AMA sessions. A sealed question names nobody and has no time of asking, and its row is drawn
-- at random like all of these, so that no order shows who asked when.
CREATE TABLE ama_questions (
    question_id INTEGER PRIMARY KEY,  -- ours, drawn at random; buttons name it
    session_id  INTEGER NOT NULL REFERENCES ama_sessions ON DELETE CASCADE, -- the session
    guild_id    INTEGER NOT NULL,     -- its server
    number      INTEGER,              -- by which people know it, per session in the order of appearing; NULL until it appears
    shown       TEXT    NOT NULL      -- who learns who asked: everyone, moderators, nobody
        CHECK (shown IN ('named', 'hidden', 'sealed')),
    member_id   INTEGER,              -- who asked; NULL in a sealed one and once that is not kept any more
    mark        TEXT,                 -- of a sealed one what the key of the session makes of who asked; NULL once it is closed
    text        TEXT    NOT NULL,     -- as typed
    context     TEXT,                 -- what was typed in addition
    state       TEXT    NOT NULL      -- what has become of it
        CHECK (state IN ('offered', 'held', 'pending', 'approved', 'answered', 'rejected', 'merged', 'withdrawn')),
    merged_into INTEGER,              -- the question that it is asked with
    reason      TEXT,                 -- why it was rejected, as typed
    reviewed_by INTEGER,              -- who approved, rejected or merged it
    claimed_by  INTEGER,              -- the host who is writing an answer
    claimed_at  INTEGER,              -- since when, unix milliseconds
    asked_at    INTEGER,              -- when it was asked, unix milliseconds; NULL in a sealed one
    appeared_at INTEGER,              -- when it appeared, unix milliseconds
    CHECK (mark IS NULL OR shown = 'sealed'),
    CHECK (shown <> 'sealed' OR (member_id IS NULL AND asked_at IS NULL)),
    CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX ama_questions_by_number ON ama_questions (session_id, number);
CREATE INDEX ama_questions_of_mark ON ama_questions (session_id, mark);
CREATE INDEX ama_questions_of_member ON ama_questions (guild_id, member_id);
