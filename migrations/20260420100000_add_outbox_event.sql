-- An order may put an event on the list of a server's events; by its id it is changed later, and told
-- from one that another order has made.
ALTER TABLE outbox ADD COLUMN event_id INTEGER; -- the scheduled event that came of it

CREATE INDEX outbox_by_event ON outbox (event_id) WHERE event_id IS NOT NULL;
