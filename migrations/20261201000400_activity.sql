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

-- On which days of a week a member wrote, and how much: the same counts as activity_days without channels,
-- kept in step with it so that a week's figures do not have to walk through every day.
CREATE TABLE activity_member_weeks (
    guild_id  INTEGER NOT NULL, -- Discord's id of the server
    week      INTEGER NOT NULL, -- day number of the week's Monday
    member_id INTEGER NOT NULL, -- who wrote
    messages  INTEGER NOT NULL, -- member messages of the week
    days      INTEGER NOT NULL, -- bit n is set if the member wrote on the n-th day after Monday
    PRIMARY KEY (guild_id, week, member_id)
) STRICT, WITHOUT ROWID;

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
    -- 1: not all that came within 168 h of the first message is known, as where an import ends shortly before
    -- time that was counted already
    unsure      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, member_id, channel_id)
) STRICT, WITHOUT ROWID;

-- Whoever wrote for the first time in a week is found without walking through all members.
CREATE INDEX activity_firsts_by_day ON activity_firsts (guild_id, first_day);

-- Who wrote to whom in a week. A target who has not written by then is kept too and not counted: an import may
-- still bring an earlier message of his.
CREATE TABLE connections (
    guild_id  INTEGER NOT NULL, -- Discord's id of the server
    week      INTEGER NOT NULL, -- day number of the week's Monday
    author_id INTEGER NOT NULL, -- who wrote
    target_id INTEGER NOT NULL, -- whom he mentioned or replied to
    PRIMARY KEY (guild_id, week, author_id, target_id)
) STRICT, WITHOUT ROWID;

-- Stretches of a channel whose messages were read from an export or from Discord's history: what lies between the
-- first and the last of them is not counted again.
CREATE TABLE covered (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- channel or thread
    from_ms    INTEGER NOT NULL, -- unix ms of the first member message
    from_id    INTEGER NOT NULL, -- its id
    to_ms      INTEGER NOT NULL, -- unix ms of the last member message
    to_id      INTEGER NOT NULL, -- its id
    known_from INTEGER NOT NULL, -- unix ms since which the channel is known: earlier than from_ms where nothing was asked to be left out
    known_to   INTEGER NOT NULL, -- unix ms until which it is known
    source     TEXT    NOT NULL CHECK (source IN ('import', 'backfill')), -- an exported file or Discord's history
    PRIMARY KEY (guild_id, channel_id, from_ms, from_id, to_ms, to_id)
) STRICT, WITHOUT ROWID;

-- Stretches of time in which Steward was connected to a server and counted. Together with covered, all that is known.
CREATE TABLE record (
    guild_id INTEGER NOT NULL, -- Discord's id of the server
    from_ms  INTEGER NOT NULL, -- unix ms of the connection
    to_ms    INTEGER NOT NULL, -- unix ms up to which everything is stored; a gap begins here, not at the disconnect
    PRIMARY KEY (guild_id, from_ms)
) STRICT, WITHOUT ROWID;

-- Who came and who went. The same move read twice is one row.
CREATE TABLE activity_moves (
    guild_id  INTEGER NOT NULL,                                              -- Discord's id of the server
    day       INTEGER NOT NULL,                                              -- day in the guild's calendar
    member_id INTEGER NOT NULL,                                              -- who; never a bot
    at_ms     INTEGER NOT NULL,                                              -- unix ms
    kind      TEXT    NOT NULL CHECK (kind IN ('joined', 'left', 'removed')), -- removed: kicked or banned
    PRIMARY KEY (guild_id, day, member_id, at_ms, kind)
) STRICT, WITHOUT ROWID;

-- What counted channels are called and which threads belong to which channel; for people and for adding up.
CREATE TABLE activity_channels (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- channel or thread
    parent_id  INTEGER,          -- of a thread, its channel; NULL for a channel
    name       TEXT    NOT NULL, -- as last seen
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;

-- Exported files that are in. Each was taken over as a whole, in one transaction with what it covers; an import that
-- was interrupted goes on with the files that do not stand here.
CREATE TABLE activity_imports (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    channel_id  INTEGER NOT NULL, -- channel or thread
    fingerprint INTEGER NOT NULL, -- of the file's bytes
    messages    INTEGER NOT NULL, -- member messages in it
    imported_at INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, channel_id, fingerprint)
) STRICT, WITHOUT ROWID;

-- What stays of a week once the rows that it was counted from have had their time: figures, and nobody's id.
CREATE TABLE activity_weeks (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    week        INTEGER NOT NULL, -- day number of the week's Monday
    connections INTEGER NOT NULL, -- how many there were, once the pairs were removed
    mutual      INTEGER NOT NULL, -- those whose reverse was there too
    figures     TEXT,             -- all figures of the week, as JSON; NULL while its days are still there
    PRIMARY KEY (guild_id, week)
) STRICT, WITHOUT ROWID;

-- When something of a week was last imported: its rows are kept from then on as if they had been counted then.
CREATE TABLE activity_imported_weeks (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    week        INTEGER NOT NULL, -- day number of the week's Monday
    imported_at INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, week)
) STRICT, WITHOUT ROWID;
