-- The ledger of IDENTIFYs. Discord resets the token of a bot that identifies more than 1,000 times
-- a day, so every connection is written down before it is made.
CREATE TABLE discord_identifies (
    identify_id INTEGER PRIMARY KEY, -- rises with every row
    at          INTEGER NOT NULL,    -- when it was allowed, then when it was used; unix milliseconds of the real clock
    outcome     TEXT    NOT NULL     -- how far it came: allowed, used, then ready or resumed
        CHECK (outcome IN ('allowed', 'used', 'ready', 'resumed'))
) STRICT;

CREATE INDEX discord_identifies_by_time ON discord_identifies (at);
