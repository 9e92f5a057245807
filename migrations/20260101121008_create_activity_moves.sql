-- Who came and who went. The same move read twice is one row.
CREATE TABLE activity_moves (
    guild_id  INTEGER NOT NULL,                                              -- Discord's id of the server
    day       INTEGER NOT NULL,                                              -- day in the guild's calendar
    member_id INTEGER NOT NULL,                                              -- who; never a bot
    at_ms     INTEGER NOT NULL,                                              -- unix ms
    kind      TEXT    NOT NULL CHECK (kind IN ('joined', 'left', 'removed')), -- removed: kicked or banned
    PRIMARY KEY (guild_id, day, member_id, at_ms, kind)
) STRICT, WITHOUT ROWID;
