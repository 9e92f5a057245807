-- Cases that belong together; each pair stands here once, the lower case first.
CREATE TABLE case_links (
    guild_id  INTEGER NOT NULL,    -- the server
    case_id   INTEGER NOT NULL     -- one case
        REFERENCES cases (case_id),
    other_id  INTEGER NOT NULL     -- the other
        REFERENCES cases (case_id),
    linked_by INTEGER NOT NULL,    -- who linked them
    at        INTEGER NOT NULL,    -- when, unix milliseconds
    PRIMARY KEY (case_id, other_id),
    CHECK (case_id < other_id)
) STRICT;

CREATE INDEX case_links_by_other ON case_links (other_id);
