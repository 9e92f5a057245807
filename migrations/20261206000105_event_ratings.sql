-- How those who came liked an event.
CREATE TABLE event_ratings (
    occurrence_id INTEGER NOT NULL REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    member_id     INTEGER NOT NULL, -- who
    stars         INTEGER NOT NULL  -- 5 is best
        CHECK (stars BETWEEN 1 AND 5),
    words         TEXT,             -- as typed
    at            INTEGER NOT NULL, -- unix milliseconds
    PRIMARY KEY (occurrence_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_ratings_of_member ON event_ratings (guild_id, member_id);
