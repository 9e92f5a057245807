-- Ideas that members suggest. The words of each are an item of feedback; others upvote it.
CREATE TABLE feedback_suggestions (
    suggestion_id INTEGER PRIMARY KEY, -- ours; the button of its card names it
    guild_id      INTEGER NOT NULL,    -- its server
    item_id       INTEGER REFERENCES feedback_items ON DELETE SET NULL, -- its words; NULL once it was withdrawn
    author_id     INTEGER NOT NULL,    -- who suggested it
    suggested_at  INTEGER NOT NULL,    -- unix milliseconds
    withdrawn_at  INTEGER              -- since when it is taken back, unix milliseconds
) STRICT;

CREATE UNIQUE INDEX feedback_suggestions_of_item ON feedback_suggestions (item_id);
CREATE INDEX feedback_suggestions_of_author ON feedback_suggestions (guild_id, author_id, suggested_at);
