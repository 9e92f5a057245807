-- An AMA session can be held again and again, and have a recording. Sessions of a series are rows of their own; the
-- next one is made when one is closed.
ALTER TABLE ama_sessions ADD COLUMN repeat TEXT    -- how often it is held again; NULL: once
    CHECK (repeat IS NULL OR repeat IN ('daily', 'weekly', 'biweekly', 'monthly'));
ALTER TABLE ama_sessions ADD COLUMN series_at INTEGER    -- when the first session of its series began, unix milliseconds
    CHECK (series_at IS NULL OR repeat IS NOT NULL);
ALTER TABLE ama_sessions ADD COLUMN recording TEXT;    -- the address of a recording, as typed; NULL: none was given
