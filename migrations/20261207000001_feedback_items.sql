-- Feedback: what one person said, in their own words or in those of the staff. Of people who opted out neither their
-- words nor who they are is kept.
CREATE TABLE feedback_items (
    item_id    INTEGER PRIMARY KEY, -- ours
    theme_id   INTEGER NOT NULL REFERENCES feedback_themes ON DELETE CASCADE, -- what it is about
    guild_id   INTEGER NOT NULL,    -- its server
    author_id  INTEGER,             -- who said it; NULL where that is not known or not kept
    channel_id INTEGER,             -- where; NULL where it is not of a message
    message_id INTEGER,             -- the message
    text       TEXT    NOT NULL,    -- what was said
    is_quote   INTEGER NOT NULL CHECK (is_quote IN (0, 1)),  -- whether these are the author's words
    is_public  INTEGER NOT NULL CHECK (is_public IN (0, 1)), -- whether everyone could read the message when it was tagged
    said_at    INTEGER NOT NULL,    -- when it was said, unix milliseconds
    tagged_at  INTEGER NOT NULL,    -- when it was tagged or added, unix milliseconds
    CHECK ((channel_id IS NULL) = (message_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX feedback_items_of_message ON feedback_items (guild_id, message_id);
CREATE INDEX feedback_items_of_theme ON feedback_items (theme_id, said_at);
CREATE INDEX feedback_items_of_author ON feedback_items (guild_id, author_id);
