-- A poll can be asked again and again, remind people before it closes, and be changed after it was published. Polls of a
-- series are rows of their own; the next one is made when one is closed.
ALTER TABLE polls ADD COLUMN repeat TEXT    -- how often it is asked again; NULL: once
    CHECK (repeat IS NULL OR repeat IN ('daily', 'weekly', 'biweekly', 'monthly'));
ALTER TABLE polls ADD COLUMN series_at INTEGER    -- when the first poll of its series opened or is to open, unix milliseconds
    CHECK (series_at IS NULL OR repeat IS NOT NULL);
ALTER TABLE polls ADD COLUMN remind INTEGER;    -- so many minutes before the close people are reminded; NULL: not at all
ALTER TABLE polls ADD COLUMN reminded_at INTEGER;    -- when they were, unix milliseconds
ALTER TABLE polls ADD COLUMN edited_at INTEGER;    -- when it was last changed while it was open, unix milliseconds
ALTER TABLE polls ADD COLUMN question_before TEXT;    -- the question on which people had voted, where it was changed after that
