-- The channels that Steward makes when it is asked to, and what has become of each.
CREATE TABLE setup_channels (
    creation_id INTEGER NOT NULL,    -- in setup_creations
    guild_id    INTEGER NOT NULL,    -- the server
    setting     TEXT    NOT NULL,    -- the setting it is for: "mod_log"; "category" for what holds the others
    name        TEXT    NOT NULL,    -- as it is made
    outbox_id   INTEGER NOT NULL,    -- the order to make it
    state       TEXT    NOT NULL     -- how far it is; kept: it was to be deleted and stays
        CHECK (state IN ('ordered', 'made', 'failed', 'unknown', 'deleting', 'deleted', 'kept')),
    channel_id  INTEGER,             -- once it is made
    why         TEXT,                -- why it was not made, or not deleted
    PRIMARY KEY (creation_id, setting)
) STRICT;
