-- Whether the messages of a stretch are kept in activity_messages. Of one from before there was that table, all
-- messages are taken for counted.
ALTER TABLE record ADD COLUMN with_ids INTEGER NOT NULL DEFAULT 0; -- 1: they are
