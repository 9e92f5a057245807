-- How far each channel of a reading has been read, so that it goes on there after a restart. The rows go when the
-- reading is over.
CREATE TABLE activity_backfill_channels (
    backfill_id INTEGER NOT NULL REFERENCES activity_backfills ON DELETE CASCADE, -- the reading
    guild_id    INTEGER NOT NULL,                                                  -- Discord's id of the server
    channel_id  INTEGER NOT NULL,                                                  -- channel or thread
    parent_id   INTEGER,                                                           -- of a thread, its channel
    name        TEXT    NOT NULL,                                                  -- as Discord called it
    kind        TEXT    NOT NULL CHECK (kind IN ('text', 'forum', 'plain')),       -- text: messages and threads; forum: threads; plain: messages
    after_id    INTEGER NOT NULL,                                                  -- messages up to this id are read
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),   -- failed: Discord did not let it be read
    PRIMARY KEY (backfill_id, channel_id)
) STRICT, WITHOUT ROWID;
