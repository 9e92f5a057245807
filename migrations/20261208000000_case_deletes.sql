-- A ban can take along what the person wrote of late; how far back is part of what was decided.
ALTER TABLE cases ADD COLUMN delete_seconds INTEGER NOT NULL DEFAULT 0 CHECK (delete_seconds BETWEEN 0 AND 604800); -- of a ban: the person's messages of the last so many seconds are deleted with it
