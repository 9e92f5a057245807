-- Secret addresses of calendars that people subscribe to.
CREATE TABLE event_feeds (
    guild_id  INTEGER NOT NULL,        -- the server
    member_id INTEGER NOT NULL,        -- whose events; 0: everything that everyone in the server sees
    secret    TEXT    NOT NULL UNIQUE, -- the part of the address that nobody can guess
    made_at   INTEGER NOT NULL,        -- unix milliseconds
    used_at   INTEGER NOT NULL,        -- when a program last asked there, to a day, unix milliseconds
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;
