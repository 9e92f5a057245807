-- Whether the mod log has a case.
ALTER TABLE cases ADD COLUMN log TEXT NOT NULL           -- what became of its message in the mod log
    DEFAULT 'none' CHECK (log IN ('none', 'waiting', 'posted', 'failed'));
ALTER TABLE cases ADD COLUMN log_why TEXT;               -- why it is not there
