-- Channels in which nothing is counted because only the staff sees them, or because they are a talk with the staff: an
-- import, which does not ask Discord, knows them from here.
CREATE TABLE activity_staff_channels (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- the channel, or the thread of a talk
    seen_at    INTEGER NOT NULL, -- unix ms, when Steward last found it so
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;
