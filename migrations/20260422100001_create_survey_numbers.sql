-- The last number given in each server, so that none is used twice even after old drafts have gone.
CREATE TABLE survey_numbers (
    guild_id INTEGER NOT NULL PRIMARY KEY, -- the server
    last     INTEGER NOT NULL              -- the highest number given so far
) STRICT;
