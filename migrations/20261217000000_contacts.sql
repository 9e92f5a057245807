-- Contacts: threads in which members write to the staff.
CREATE TABLE contacts (
    contact_id INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id   INTEGER NOT NULL,    -- its server
    number     INTEGER NOT NULL,    -- by which staff know it, per server from 1 on
    member_id  INTEGER NOT NULL,    -- whose it is
    topic      TEXT,                -- what it is about, as typed
    state      TEXT    NOT NULL     -- how far it is; failed: the thread could not be made
        CHECK (state IN ('open', 'closed', 'failed')),
    why        TEXT,                -- why it failed: a word of the outbox
    thread_id  INTEGER,             -- the thread, once it is there
    opened_at  INTEGER NOT NULL,    -- unix milliseconds
    closed_by  INTEGER,             -- who has closed it; NULL where its thread was deleted or locked by hand
    closed_at  INTEGER,             -- unix milliseconds
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK (closed_by IS NULL OR closed_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX contacts_by_number ON contacts (guild_id, number);
CREATE UNIQUE INDEX contacts_open ON contacts (guild_id, member_id) WHERE state = 'open';
CREATE INDEX contacts_by_thread ON contacts (guild_id, thread_id) WHERE state = 'open';
