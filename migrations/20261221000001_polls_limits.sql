-- A poll can have several winners, and be for those who are here or on Discord for some time.
ALTER TABLE polls ADD COLUMN seats INTEGER NOT NULL DEFAULT 1;    -- how many options win
ALTER TABLE polls ADD COLUMN min_age INTEGER NOT NULL DEFAULT 0;    -- only who joined the server so many days ago may vote; 0: everyone
ALTER TABLE polls ADD COLUMN account_age INTEGER NOT NULL DEFAULT 0;    -- only accounts that are so many days old may vote; 0: all
