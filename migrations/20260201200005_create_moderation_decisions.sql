-- What managers are asked to decide about a person whose points crossed a rung of the ladder.
CREATE TABLE moderation_decisions (
    decision_id INTEGER PRIMARY KEY, -- ours; buttons name it
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

CREATE INDEX moderation_decisions_by_case ON moderation_decisions (case_id);
