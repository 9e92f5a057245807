-- The images of a poll until its card stands; Discord keeps them from then on.
CREATE TABLE poll_images (
    poll_id   INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE, -- the poll
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, in the order of the gallery
    name      TEXT    NOT NULL,    -- of the file
    bytes     BLOB    NOT NULL,    -- what it holds
    PRIMARY KEY (poll_id, place)
) STRICT;
