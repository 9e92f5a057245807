-- What counted channels are called and which threads belong to which channel; for people and for adding up.
CREATE TABLE activity_channels (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- channel or thread
    parent_id  INTEGER,          -- of a thread, its channel; NULL for a channel
    name       TEXT    NOT NULL, -- as last seen
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;
