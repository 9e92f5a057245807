-- A jury that decides half of a contest beside the members.
ALTER TABLE contests ADD COLUMN jury_role INTEGER; -- whoever has this role votes as the jury; NULL: there is none
