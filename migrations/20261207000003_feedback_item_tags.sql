-- Which tags an item of feedback has.
CREATE TABLE feedback_item_tags (
    item_id  INTEGER NOT NULL REFERENCES feedback_items ON DELETE CASCADE, -- the item
    tag_id   INTEGER NOT NULL REFERENCES feedback_tags ON DELETE CASCADE,  -- the tag
    guild_id INTEGER NOT NULL,   -- its server
    PRIMARY KEY (item_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_item_tags_of_tag ON feedback_item_tags (tag_id);
