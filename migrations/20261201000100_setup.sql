-- What a server has chosen, beyond what Discord says of it. What is not here holds by default.
CREATE TABLE settings (
    guild_id INTEGER NOT NULL, -- the server
    name     TEXT    NOT NULL, -- as people type it: "mod_log"
    value    TEXT    NOT NULL, -- as the setting itself writes it: an id, "ro", "Europe/Chisinau"
    set_at   INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, name)
) STRICT;

-- Settings that were changed: what the button that takes a change back stands for, and since when a calendar holds.
CREATE TABLE settings_changes (
    change_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours; in the button
    guild_id  INTEGER NOT NULL,                  -- the server
    name      TEXT    NOT NULL,                  -- the setting
    before    TEXT,                              -- its value until then; NULL if it held by default
    after     TEXT,                              -- its value from then on; NULL if it was taken back to the default
    at        INTEGER NOT NULL,                  -- unix ms
    undone_at INTEGER                            -- unix ms, when the change was taken back; NULL if it was not
) STRICT;

CREATE INDEX settings_changes_by_name ON settings_changes (guild_id, name, at);

-- What Create these for me was pressed for, each time: what its Undo takes back.
CREATE TABLE setup_creations (
    creation_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours; in the buttons
    guild_id    INTEGER NOT NULL,                  -- the server
    actor_id    INTEGER NOT NULL,                  -- who pressed
    at          INTEGER NOT NULL,                  -- unix ms
    undone_at   INTEGER                            -- unix ms, when it was taken back; NULL if it was not
) STRICT;

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
