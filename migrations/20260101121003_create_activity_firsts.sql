-- A member's first message in each channel and how soon somebody answered; no content, no later message.
-- His first in the guild is the earliest of his rows, by (first_ms, first_id).
CREATE TABLE activity_firsts (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    member_id   INTEGER NOT NULL, -- who wrote
    channel_id  INTEGER NOT NULL, -- where
    first_ms    INTEGER NOT NULL, -- unix ms of the message
    first_id    INTEGER NOT NULL, -- its id, which orders messages of one millisecond
    first_day   INTEGER NOT NULL, -- its day in the guild's calendar, as in activity_days
    reply_ms    INTEGER,          -- ms until another member's later message here that was meant for him, within 168 h
    response_ms INTEGER,          -- ms until any later message here of another member, within 24 h
    PRIMARY KEY (guild_id, member_id, channel_id)
) STRICT, WITHOUT ROWID;
