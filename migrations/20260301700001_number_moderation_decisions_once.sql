-- A button names its row for good, so no number may be given out again, not even after a copy was put
-- back: then the numbers go on after the highest that was given out. SQLite sees to that only where a
-- table says so when it is made.
CREATE TABLE moderation_decisions_new (
    decision_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id    INTEGER NOT NULL,    -- the server
    case_id     INTEGER NOT NULL     -- the warning that crossed it
        REFERENCES cases (case_id),
    rung        TEXT    NOT NULL,    -- as the ladder writes it: "10 decide", "3 timeout 1h"
    state       TEXT    NOT NULL     -- whether somebody has decided
        CHECK (state IN ('open', 'acted', 'dismissed', 'withdrawn')),
    order_id    INTEGER,             -- the row of the outbox that posted the card, if there is a place for it
    decided_by  INTEGER,             -- who decided
    decided_at  INTEGER,             -- when, unix milliseconds
    case_number INTEGER,             -- what was done
    at          INTEGER NOT NULL     -- when it was asked, unix milliseconds
) STRICT;

INSERT INTO moderation_decisions_new SELECT * FROM moderation_decisions;

DROP TABLE moderation_decisions;

ALTER TABLE moderation_decisions_new RENAME TO moderation_decisions;

CREATE INDEX moderation_decisions_by_case ON moderation_decisions (case_id);
