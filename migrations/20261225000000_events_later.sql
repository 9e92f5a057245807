-- A series that is changed from a later date on: what it is from there on, until it gets there.
ALTER TABLE events ADD COLUMN later TEXT CHECK (json_valid(later)); -- the parts of the series from later dates on, a JSON array in their order; NULL: none
ALTER TABLE events ADD COLUMN part  INTEGER; -- the first day, since 1970-01-01, that the part of the series had which it is in now; NULL: the one it began with
