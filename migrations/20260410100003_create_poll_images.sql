-- The images of a poll, from its draft until its card stands; Discord keeps them from then on.
CREATE TABLE poll_images (
    draft_id  INTEGER NOT NULL,    -- the draft that they came with
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 1 on, in the order of the gallery
    name      TEXT    NOT NULL,    -- of the file
    bytes     BLOB    NOT NULL,    -- what it holds
    poll_id   INTEGER,             -- what the draft became
    at        INTEGER NOT NULL,    -- when they came, unix milliseconds
    PRIMARY KEY (draft_id, place)
) STRICT;

CREATE INDEX poll_images_of_poll ON poll_images (poll_id);
