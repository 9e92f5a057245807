-- When people sat in the channel of an event while it ran.
CREATE TABLE event_presence (
    occurrence_id INTEGER NOT NULL REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    member_id     INTEGER NOT NULL, -- who
    from_at       INTEGER NOT NULL, -- unix milliseconds
    to_at         INTEGER,          -- unix milliseconds; NULL: they are there still
    PRIMARY KEY (occurrence_id, member_id, from_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_presence_of_member ON event_presence (guild_id, member_id);
