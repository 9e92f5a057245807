-- A case can come from a file. It keeps its day and who acted, gets a number of ours, and does nothing on Discord.
ALTER TABLE cases ADD COLUMN import_id   INTEGER REFERENCES case_imports (import_id); -- the import that brought it
ALTER TABLE cases ADD COLUMN imported_at INTEGER; -- when it was brought, unix milliseconds; it is kept as if it were from then
ALTER TABLE cases ADD COLUMN original    TEXT; -- what it was called there: its number or id
ALTER TABLE cases ADD COLUMN import_key  TEXT; -- by which the same case is known again; NULL once the import was undone

CREATE UNIQUE INDEX cases_by_import_key ON cases (guild_id, import_key) WHERE import_key IS NOT NULL;
CREATE INDEX cases_by_import ON cases (import_id) WHERE import_id IS NOT NULL;
