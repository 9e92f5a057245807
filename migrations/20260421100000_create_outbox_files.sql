-- What messages that wait in the outbox carry along and nobody could make anew: images that people gave.
CREATE TABLE outbox_files (
    outbox_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE, -- the order whose message it is
    guild_id  INTEGER NOT NULL,    -- its server
    place     INTEGER NOT NULL,    -- from 0 on, as the order names it
    bytes     BLOB    NOT NULL,    -- what it holds
    PRIMARY KEY (outbox_id, place)
) STRICT;

-- What has ended needs it no more, whoever has seen to that.
CREATE TRIGGER outbox_files_ended AFTER UPDATE OF state ON outbox
WHEN new.state IN ('done', 'failed', 'unknown')
BEGIN
    DELETE FROM outbox_files WHERE outbox_id = new.outbox_id;
END;
