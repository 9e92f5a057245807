-- The servers that Steward is in, or was in: what it calls them and how it speaks to them.
CREATE TABLE guilds (
    guild_id  INTEGER NOT NULL PRIMARY KEY,                     -- Discord's id of the server
    name      TEXT    NOT NULL,                                 -- as Discord last gave it; for people, never a key
    locale    TEXT    NOT NULL CHECK (locale IN ('en', 'ru', 'ro')), -- the language of what everyone there reads
    zone      TEXT    NOT NULL DEFAULT 'UTC',                   -- IANA name; its calendar says where a day begins
    joined_at INTEGER NOT NULL,                                 -- unix ms, when Steward first saw the server
    left_at   INTEGER                                           -- unix ms of a true removal, never of an outage; NULL while in it
) STRICT;
