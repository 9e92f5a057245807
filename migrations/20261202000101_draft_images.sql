-- The images that come with a draft, in the place of poll_images. Those of polls whose card does not stand yet
-- are moved; those of drafts are let go of with them.
CREATE TABLE draft_images (
    draft_id INTEGER NOT NULL,    -- the draft that they came with
    guild_id INTEGER NOT NULL,    -- its server
    feature  TEXT    NOT NULL,    -- its feature
    kind     TEXT    NOT NULL,    -- its kind
    place    INTEGER NOT NULL,    -- from 1 on, in the order of the gallery
    name     TEXT    NOT NULL,    -- of the file
    bytes    BLOB    NOT NULL,    -- what it holds
    became   INTEGER,             -- the row that the draft was published as
    at       INTEGER NOT NULL,    -- when they came, unix milliseconds
    PRIMARY KEY (draft_id, place)
) STRICT;

CREATE INDEX draft_images_of_published ON draft_images (became);

INSERT INTO draft_images (draft_id, guild_id, feature, kind, place, name, bytes, became, at)
SELECT draft_id, guild_id, 'polls', 'poll', place, name, bytes, poll_id, at FROM poll_images WHERE poll_id IS NOT NULL;

DROP TABLE poll_images;
