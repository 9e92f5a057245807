-- What the jury voted for, counted beside the votes of members.
ALTER TABLE contest_entries ADD COLUMN jury_votes INTEGER CHECK (jury_votes >= 0); -- how many of the jury voted for it, once the contest is closed
