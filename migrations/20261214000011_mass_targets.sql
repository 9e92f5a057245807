-- Whom staff act on at once, with what came of each.
CREATE TABLE mass_targets (
    mass_id   INTEGER NOT NULL     -- what they do
        REFERENCES mass_acts (mass_id),
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- in the order in which they were named, from 0 on
    member_id INTEGER NOT NULL,    -- the person
    case_id   INTEGER              -- the case that came of it
        REFERENCES cases (case_id),
    why       TEXT,                -- why nothing was done to them
    PRIMARY KEY (mass_id, place),
    CHECK (case_id IS NULL OR why IS NULL)
) STRICT;

CREATE INDEX mass_targets_by_case ON mass_targets (case_id) WHERE case_id IS NOT NULL;
