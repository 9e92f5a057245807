-- Stretches of a channel whose messages were read from an export or from Discord's history: what lies between the
-- first and the last of them is not counted again.
CREATE TABLE covered (
    guild_id   INTEGER NOT NULL, -- Discord's id of the server
    channel_id INTEGER NOT NULL, -- channel or thread
    from_ms    INTEGER NOT NULL, -- unix ms of the first member message
    from_id    INTEGER NOT NULL, -- its id
    to_ms      INTEGER NOT NULL, -- unix ms of the last member message
    to_id      INTEGER NOT NULL, -- its id
    known_from INTEGER NOT NULL, -- unix ms since which the channel is known: earlier than from_ms where nothing was asked to be left out
    known_to   INTEGER NOT NULL, -- unix ms until which it is known
    source     TEXT    NOT NULL CHECK (source IN ('import', 'backfill')), -- an exported file or Discord's history
    PRIMARY KEY (guild_id, channel_id, from_ms, from_id, to_ms, to_id)
) STRICT, WITHOUT ROWID;
