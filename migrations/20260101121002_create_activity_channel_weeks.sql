-- What happened in a channel in a week: the same counts as activity_days without members, kept in step with it.
CREATE TABLE activity_channel_weeks (
    guild_id      INTEGER NOT NULL, -- Discord's id of the server
    week          INTEGER NOT NULL, -- day number of the week's Monday
    channel_id    INTEGER NOT NULL, -- channel or thread
    messages      INTEGER NOT NULL, -- member messages
    reactions     INTEGER NOT NULL, -- reactions
    voice_seconds INTEGER NOT NULL, -- of all members together
    PRIMARY KEY (guild_id, week, channel_id)
) STRICT, WITHOUT ROWID;
