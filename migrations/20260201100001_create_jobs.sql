-- What is to happen later. A job is removed once it has succeeded; one that was given up stays.
CREATE TABLE jobs (
    job_id      INTEGER PRIMARY KEY AUTOINCREMENT, -- ours
    guild_id    INTEGER NOT NULL,    -- the server it is for
    kind        TEXT    NOT NULL,    -- which one: "digest.weekly"
    row_id      INTEGER NOT NULL,    -- the row of the feature that it is about; 0 where there is none
    urgent      INTEGER NOT NULL     -- before all others: what lifts a punishment
        CHECK (urgent IN (0, 1)),
    due_at      INTEGER NOT NULL,    -- not before, unix milliseconds
    state       TEXT    NOT NULL     -- claimed means that it runs, or ran in a process that was killed
        CHECK (state IN ('pending', 'claimed', 'given_up')),
    claim       INTEGER NOT NULL,    -- rises with every claim: whoever holds an older one has lost the job
    lease_until INTEGER,             -- until then nobody else may claim it, unix milliseconds
    tries       INTEGER NOT NULL,    -- how often it has failed so far
    why         TEXT                 -- what it said when it last failed
) STRICT;

CREATE UNIQUE INDEX jobs_open ON jobs (kind, guild_id, row_id) WHERE state IN ('pending', 'claimed');
CREATE INDEX jobs_due ON jobs (urgent DESC, due_at) WHERE state IN ('pending', 'claimed');
CREATE INDEX jobs_next ON jobs (due_at) WHERE state = 'pending';
CREATE INDEX jobs_lease ON jobs (lease_until) WHERE state = 'claimed';
