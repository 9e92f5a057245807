-- Whether the messages of a stretch are kept in activity_messages. Of one that was read before there was that table,
-- all that lies between its ends is taken for counted.
ALTER TABLE covered ADD COLUMN with_ids INTEGER NOT NULL DEFAULT 0; -- 1: they are
