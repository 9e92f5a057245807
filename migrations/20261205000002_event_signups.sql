-- Who comes to an occurrence of an event, who may, who can't, and who waits for a seat.
CREATE TABLE event_signups (
    occurrence_id INTEGER NOT NULL REFERENCES event_occurrences ON DELETE CASCADE, -- the occurrence
    guild_id      INTEGER NOT NULL,    -- its server
    member_id     INTEGER NOT NULL,    -- who
    state         TEXT    NOT NULL     -- what they said; waiting: they would come, and there is no seat
        CHECK (state IN ('going', 'maybe', 'cant', 'waiting')),
    group_place   INTEGER,             -- as what they come: the place in the list of groups, from 0 on
    guests        INTEGER NOT NULL     -- how many they bring
        CHECK (guests >= 0),
    every_time    INTEGER NOT NULL     -- whether they are signed up for the next occurrences too
        CHECK (every_time IN (0, 1)),
    via           TEXT    NOT NULL     -- where they said it; on Discord's list that is “Interested”
        CHECK (via IN ('steward', 'discord')),
    position      INTEGER NOT NULL,    -- in which order they did, which is also that of the waiting list
    at            INTEGER NOT NULL,    -- when they last did, unix milliseconds
    PRIMARY KEY (occurrence_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_signups_of_member ON event_signups (guild_id, member_id);
