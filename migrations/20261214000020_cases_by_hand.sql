-- What somebody did by hand in Discord is a case too, from its entry in Discord's audit log.
ALTER TABLE cases ADD COLUMN entry_id INTEGER; -- the entry of Discord's audit log, where it was done by hand
ALTER TABLE cases ADD COLUMN pruned   INTEGER CHECK (pruned >= 0); -- of a prune: how many people it removed

CREATE UNIQUE INDEX cases_by_entry ON cases (guild_id, entry_id) WHERE entry_id IS NOT NULL;
