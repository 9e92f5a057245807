-- What a case says beyond its reason, what follows from it on Discord, and whether it still stands.
ALTER TABLE cases ADD COLUMN severity INTEGER            -- of a warning: 1 minor, 2 serious, 3 severe
    CHECK (severity BETWEEN 1 AND 3);
ALTER TABLE cases ADD COLUMN points INTEGER NOT NULL     -- what a warning adds while it counts
    DEFAULT 0 CHECK (points >= 0);
ALTER TABLE cases ADD COLUMN points_expire_at INTEGER;   -- from then on they count no more, unix milliseconds
ALTER TABLE cases ADD COLUMN rule TEXT;                  -- the rule it is about, in the words of its day
ALTER TABLE cases ADD COLUMN evidence TEXT;              -- what speaks for it, in the actor's words
ALTER TABLE cases ADD COLUMN link TEXT;                  -- the message it is about
ALTER TABLE cases ADD COLUMN quote TEXT;                 -- that message as it was
ALTER TABLE cases ADD COLUMN cause INTEGER;              -- number of the warning that it followed from
ALTER TABLE cases ADD COLUMN until INTEGER;              -- when a timeout or ban ends, unix milliseconds
ALTER TABLE cases ADD COLUMN act TEXT NOT NULL           -- how far what it does on Discord is
    DEFAULT 'none' CHECK (act IN ('none', 'waiting', 'applied', 'failed', 'unknown', 'lifted', 'ended', 'superseded'));
ALTER TABLE cases ADD COLUMN act_why TEXT;               -- why it is not applied, or could not be lifted
ALTER TABLE cases ADD COLUMN act_order INTEGER;          -- the row of the outbox that does it
ALTER TABLE cases ADD COLUMN act_until INTEGER;          -- the end of a timeout as Discord was last told it
ALTER TABLE cases ADD COLUMN ended_at INTEGER;           -- when a timeout or ban was over, unix milliseconds
ALTER TABLE cases ADD COLUMN log_order INTEGER;          -- the row of the outbox that put it into the mod log
ALTER TABLE cases ADD COLUMN voided_at INTEGER;          -- since then it does not count, unix milliseconds
ALTER TABLE cases ADD COLUMN voided_by INTEGER;          -- who voided it
ALTER TABLE cases ADD COLUMN void_reason TEXT;           -- why, in their words
