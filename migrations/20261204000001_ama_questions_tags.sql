-- Questions have tags, a moment at which they were announced, and, where they are sealed, changes of which nobody sees
-- when they were made.
ALTER TABLE ama_questions ADD COLUMN tags TEXT NOT NULL DEFAULT '';    -- what reviewers file it under, separated by commas; '': nothing
ALTER TABLE ama_questions ADD COLUMN announced_at INTEGER;    -- when a host last said that they are answering it, unix milliseconds
ALTER TABLE ama_questions ADD COLUMN unshown INTEGER NOT NULL DEFAULT 0    -- whether its asker has changed it since its cards were edited; sealed ones only
    CHECK (unshown IN (0, 1));
