-- Who can't ask any more in an AMA session: whoever sent a certain question, also where nobody knows who that is.
CREATE TABLE ama_blocks (
    session_id INTEGER NOT NULL REFERENCES ama_sessions ON DELETE CASCADE, -- the session
    guild_id   INTEGER NOT NULL,    -- its server
    member_id  INTEGER,             -- who; NULL where nobody is to know
    mark       TEXT,                -- what the key of the session makes of them; NULL where they are known
    blocked_by INTEGER NOT NULL,    -- who decided it
    at         INTEGER NOT NULL,    -- when, unix milliseconds
    CHECK ((member_id IS NULL) = (mark IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX ama_blocks_once ON ama_blocks (session_id, coalesce(mark, member_id));
