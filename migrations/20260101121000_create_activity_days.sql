-- What was counted: one row for each day, channel and member with something to count. No message is kept.
-- For a member's own figures, retention and whoever counts from outside.
CREATE TABLE activity_days (
    guild_id      INTEGER NOT NULL,                  -- Discord's id of the server
    day           INTEGER NOT NULL,                  -- days since 1970-01-01 in the guild's calendar of that day
    channel_id    INTEGER NOT NULL,                  -- channel or thread
    member_id     INTEGER NOT NULL,                  -- who wrote, reacted or spoke; never a bot
    messages      INTEGER NOT NULL DEFAULT 0,        -- member messages
    reactions     INTEGER NOT NULL DEFAULT 0,        -- reactions given; in an import, those on the member's messages
    voice_seconds INTEGER NOT NULL DEFAULT 0,        -- with someone else in the channel, neither AFK nor self-deafened
    PRIMARY KEY (guild_id, day, channel_id, member_id)
) STRICT, WITHOUT ROWID;
