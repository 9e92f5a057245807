-- What staff have recorded about members. A case is never deleted by a command and never hangs on
-- another table: what was done stays known.
CREATE TABLE cases (
    case_id   INTEGER PRIMARY KEY, -- ours; people know a case by its number
    guild_id  INTEGER NOT NULL,    -- the server it belongs to
    number    INTEGER NOT NULL,    -- rises by one in each server, never used twice
    kind      TEXT    NOT NULL     -- what was recorded or done
        CHECK (kind IN ('note', 'warn', 'timeout', 'untimeout', 'kick', 'ban', 'unban')),
    member_id INTEGER NOT NULL,    -- whom it is about
    actor_id  INTEGER NOT NULL,    -- who recorded it
    reason    TEXT    NOT NULL,    -- in the actor's words; for a note, the note
    at        INTEGER NOT NULL,    -- when it was recorded, unix milliseconds
    UNIQUE (guild_id, number)
) STRICT;

CREATE INDEX cases_by_member ON cases (guild_id, member_id, number);
