-- Stretches of time in which Steward was connected to a server and counted. Together with covered, all that is known.
CREATE TABLE record (
    guild_id INTEGER NOT NULL, -- Discord's id of the server
    from_ms  INTEGER NOT NULL, -- unix ms of the connection
    to_ms    INTEGER NOT NULL, -- unix ms up to which everything is stored; a gap begins here, not at the disconnect
    PRIMARY KEY (guild_id, from_ms)
) STRICT, WITHOUT ROWID;
