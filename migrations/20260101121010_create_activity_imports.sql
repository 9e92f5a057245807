-- Exported files that are in. Each was taken over as a whole, in one transaction with what it covers; an import that
-- was interrupted goes on with the files that do not stand here.
CREATE TABLE activity_imports (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    channel_id  INTEGER NOT NULL, -- channel or thread
    fingerprint INTEGER NOT NULL, -- of the file's bytes
    messages    INTEGER NOT NULL, -- member messages in it
    imported_at INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, channel_id, fingerprint)
) STRICT, WITHOUT ROWID;
