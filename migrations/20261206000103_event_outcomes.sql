-- What came of an event, in numbers, once it is over.
CREATE TABLE event_outcomes (
    occurrence_id INTEGER PRIMARY KEY REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL, -- its server
    came          INTEGER NOT NULL, -- people who were there long enough or checked in
    first_timers  INTEGER NOT NULL, -- of them, those who came for the first time
    no_shows      INTEGER NOT NULL, -- people who were going and did not come
    at            INTEGER NOT NULL  -- when it was counted, unix milliseconds
) STRICT;
