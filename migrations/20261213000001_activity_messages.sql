-- Which messages were counted, so that none counts twice, however often and in whatever parts history is read, and so
-- that a reply finds the message it answers. No content.
CREATE TABLE activity_messages (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- channel or thread
    week       INTEGER NOT NULL, -- day number of the week's Monday, in UTC
    from_id    INTEGER NOT NULL, -- messages of the week from this id up to the next row's; 0 for the first row
    messages   BLOB    NOT NULL, -- of each its id, time, author's number and whom it is for; see message_set.rs
    PRIMARY KEY (guild_id, channel_id, week, from_id)
) STRICT;

-- What has had its time is found by week.
CREATE INDEX activity_messages_by_week ON activity_messages (guild_id, week);
