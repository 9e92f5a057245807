-- What staff have done through Steward, so that they can be asked about it. Append-only: no row ever
-- changes, and only what is two years older than the newest row may be deleted.
CREATE TABLE audit (
    audit_id  INTEGER PRIMARY KEY, -- ours; rises with time
    guild_id  INTEGER NOT NULL,    -- where it was done
    at        INTEGER NOT NULL,    -- when, unix milliseconds
    actor_id  INTEGER NOT NULL,    -- who did it
    action    TEXT    NOT NULL     -- what was done, as section and verb: 'case.edit'
        CHECK (action LIKE '_%._%'),
    target_id INTEGER,             -- whom it was done to; none for settings and the like
    subject   TEXT    NOT NULL,    -- what it was done to, as people know it: 'case #12'; may be empty
    before    TEXT    NOT NULL,    -- what held before; empty where nothing did
    after     TEXT    NOT NULL     -- what holds since; empty where nothing does
) STRICT;

-- For the newest row, which each deletion asks for, and for what has become too old.
CREATE INDEX audit_by_age ON audit (at);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

-- INSERT OR REPLACE would delete without asking the trigger below.
CREATE TRIGGER audit_never_replaces BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE audit_id = NEW.audit_id)
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

-- 63,158,400,000 ms are 731 days: two years, whichever they are.
CREATE TRIGGER audit_keeps_two_years BEFORE DELETE ON audit
WHEN OLD.at > (SELECT max(at) FROM audit) - 63158400000
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
