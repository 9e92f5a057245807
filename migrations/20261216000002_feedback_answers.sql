-- Where it was answered what became of a theme: once for each status in a channel or thread.
CREATE TABLE feedback_answers (
    answer_id   INTEGER PRIMARY KEY, -- ours
    guild_id    INTEGER NOT NULL,    -- its server
    theme_id    INTEGER NOT NULL REFERENCES feedback_themes ON DELETE CASCADE, -- what it is about
    status      TEXT    NOT NULL     -- what became of it
        CHECK (status IN ('planned', 'shipped', 'declined')),
    channel_id  INTEGER NOT NULL,    -- where, a channel or a thread
    order_id    INTEGER NOT NULL,    -- the message that was ordered
    answered_at INTEGER NOT NULL     -- unix milliseconds
) STRICT;

CREATE UNIQUE INDEX feedback_answers_once ON feedback_answers (theme_id, status, channel_id);
