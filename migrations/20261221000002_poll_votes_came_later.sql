-- Turnout and quorum are of those who could vote when a poll opened.
ALTER TABLE poll_votes ADD COLUMN came_later INTEGER NOT NULL DEFAULT 0    -- whether who voted joined, or was here for long enough, only after the opening
    CHECK (came_later IN (0, 1));
