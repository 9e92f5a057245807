-- What a server has chosen, beyond what Discord says of it. What is not here holds by default.
CREATE TABLE settings (
    guild_id INTEGER NOT NULL, -- the server
    name     TEXT    NOT NULL, -- as people type it: "mod_log"
    value    TEXT    NOT NULL, -- as the setting itself writes it: an id, "ro", "Europe/Chisinau"
    set_at   INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, name)
) STRICT;

-- The zone stood in its own column until now; UTC was that of everyone who had chosen none.
INSERT INTO settings (guild_id, name, value, set_at) SELECT guild_id, 'zone', zone, joined_at FROM guilds WHERE zone <> 'UTC';
