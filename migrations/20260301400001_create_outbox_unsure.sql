-- What failed or is not known is counted without a look at all that was done.
CREATE INDEX outbox_unsure ON outbox (state) WHERE state IN ('failed', 'unknown');
