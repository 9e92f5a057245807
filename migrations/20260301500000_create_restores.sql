-- When the database was put back from a copy. What was due before then may have been done by the
-- database that had been there, so it is not done blindly a second time.
CREATE TABLE restores (
    restore_id INTEGER PRIMARY KEY, -- ours
    at         INTEGER NOT NULL     -- unix milliseconds
) STRICT;
