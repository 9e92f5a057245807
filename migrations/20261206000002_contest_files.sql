-- Images that were submitted to contests.
CREATE TABLE contest_files (
    entry_id INTEGER PRIMARY KEY REFERENCES contest_entries ON DELETE CASCADE, -- the entry
    guild_id INTEGER NOT NULL, -- its server
    name     TEXT    NOT NULL, -- by its kind: "1.png"
    bytes    BLOB    NOT NULL  -- the image itself
) STRICT;
