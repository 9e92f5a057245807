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
