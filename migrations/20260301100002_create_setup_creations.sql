-- What Create these for me was pressed for, each time: what its Undo takes back.
CREATE TABLE setup_creations (
    creation_id INTEGER PRIMARY KEY AUTOINCREMENT, -- ours; in the buttons
    guild_id    INTEGER NOT NULL,                  -- the server
    actor_id    INTEGER NOT NULL,                  -- who pressed
    at          INTEGER NOT NULL,                  -- unix ms
    undone_at   INTEGER                            -- unix ms, when it was taken back; NULL if it was not
) STRICT;
