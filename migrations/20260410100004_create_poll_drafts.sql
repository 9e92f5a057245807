-- Polls that somebody is about to publish: what they asked for, as they see it in the preview.
CREATE TABLE poll_drafts (
    draft_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    author_id  INTEGER NOT NULL,    -- who asks
    channel_id INTEGER NOT NULL,    -- where the card is to stand
    asked      TEXT    NOT NULL,    -- what they asked for, as JSON
    poll_id    INTEGER REFERENCES polls ON DELETE CASCADE, -- what it became
    cancelled  INTEGER NOT NULL     -- whether it was let go of
        CHECK (cancelled IN (0, 1)),
    at         INTEGER NOT NULL     -- when it was begun, unix milliseconds
) STRICT;

CREATE INDEX poll_drafts_by_age ON poll_drafts (at);
