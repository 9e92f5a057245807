-- A long timeout is told to Discord in parts. Where one ran out before the next was told:
ALTER TABLE cases ADD COLUMN lapsed_at INTEGER;          -- since when it was not in force, although it was to go on, unix milliseconds
ALTER TABLE cases ADD COLUMN resumed_at INTEGER;         -- since when it is again, unix milliseconds
