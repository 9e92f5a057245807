-- Appeals: what people say against a case about them, until somebody of the staff has decided.
CREATE TABLE appeals (
    appeal_id   INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id    INTEGER NOT NULL,    -- its server
    number      INTEGER NOT NULL,    -- by which staff know it, per server from 1 on
    case_id     INTEGER NOT NULL,    -- what it is against; the case may go before it
    member_id   INTEGER NOT NULL,    -- who appeals, and whom the case is about
    text        TEXT    NOT NULL,    -- as typed
    state       TEXT    NOT NULL     -- how far it is; closed: the case was voided without it
        CHECK (state IN ('open', 'approved', 'denied', 'closed')),
    opened_at   INTEGER NOT NULL,    -- unix milliseconds
    decided_by  INTEGER,             -- who decided, or has voided the case
    decided_at  INTEGER,             -- unix milliseconds
    alone       INTEGER NOT NULL DEFAULT 0 CHECK (alone IN (0, 1)), -- whether who decided had acted too, as there was nobody else
    reason      TEXT,                -- of a denial, as typed; the person reads it
    told        TEXT                 -- what became of the word to the person; NULL before that
        CHECK (told IN ('waiting', 'delivered', 'failed', 'unknown')),
    told_why    TEXT,                -- why it failed: a word of the outbox
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX appeals_by_number ON appeals (guild_id, number);
CREATE UNIQUE INDEX appeals_open ON appeals (case_id) WHERE state = 'open';
CREATE INDEX appeals_by_case ON appeals (case_id, appeal_id);
CREATE INDEX appeals_by_time ON appeals (guild_id, decided_at);
