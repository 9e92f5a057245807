-- What an order is for, and the row it follows from, are named alike in the outbox, in the jobs and in the code.
ALTER TABLE outbox RENAME COLUMN part TO purpose;
ALTER TABLE outbox RENAME COLUMN about TO row_id;
