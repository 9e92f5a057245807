-- Channels in which nothing is counted from the exclusion on, nor in their threads. What was counted before stays.
CREATE TABLE activity_excluded (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    channel_id  INTEGER NOT NULL, -- the channel, or one thread alone
    excluded_at INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;
