-- How far Discord's audit log of a server has been read, so that a gap is made up.
CREATE TABLE moderation_audit_reads (
    guild_id INTEGER PRIMARY KEY, -- the server
    entry_id INTEGER NOT NULL     -- the last entry that was read; those after it may be missing
) STRICT;
