-- Who checked in at an event.
CREATE TABLE event_checkins (
    occurrence_id INTEGER NOT NULL REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    member_id     INTEGER NOT NULL, -- who is there
    by_id         INTEGER,          -- the organiser who checked them in; NULL: they did it themselves
    at            INTEGER NOT NULL, -- unix milliseconds
    PRIMARY KEY (occurrence_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_checkins_of_member ON event_checkins (guild_id, member_id);
