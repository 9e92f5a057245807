-- The last sign of life of a running Steward, in one row, for whoever asks from outside the process.
CREATE TABLE heartbeat (
    heartbeat_id INTEGER PRIMARY KEY     -- always 1
        CHECK (heartbeat_id = 1),
    at           INTEGER NOT NULL,       -- when it was given, unix milliseconds by the machine's clock
    report       TEXT    NOT NULL,       -- how the bot was then: what `/health` would have answered, as JSON
    room         BLOB                    -- filled and emptied again to prove that a disk that was full has room
) STRICT;
