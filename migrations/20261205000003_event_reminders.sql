-- Who wants to be reminded of an event by direct message; of a series before each occurrence.
CREATE TABLE event_reminders (
    event_id  INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- the event
    guild_id  INTEGER NOT NULL,    -- its server
    member_id INTEGER NOT NULL,    -- who
    at        INTEGER NOT NULL,    -- when they said so, unix milliseconds
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
