-- Who came to an event, once it is over.
CREATE TABLE event_came (
    occurrence_id INTEGER NOT NULL REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    member_id     INTEGER NOT NULL, -- who came
    minutes       INTEGER,          -- how long they were in its channel; NULL: they checked in only
    PRIMARY KEY (occurrence_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_came_of_member ON event_came (guild_id, member_id);
