-- What takes back what a case did on Discord.
ALTER TABLE cases ADD COLUMN lift_order INTEGER;         -- the row of the outbox that does it, once somebody has asked for it
