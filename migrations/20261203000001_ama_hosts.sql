-- Who answers in an AMA session. Being a host gives rights in this session and nowhere else.
CREATE TABLE ama_hosts (
    session_id INTEGER NOT NULL REFERENCES ama_sessions ON DELETE CASCADE, -- the session
    guild_id   INTEGER NOT NULL,    -- its server
    member_id  INTEGER NOT NULL,    -- who answers
    added_by   INTEGER NOT NULL,    -- who made them a host; 0 once that is not kept any more
    at         INTEGER NOT NULL,    -- when, unix milliseconds
    PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;
