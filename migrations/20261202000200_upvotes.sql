-- What members are for: questions of an AMA, suggestions. Of each thing one vote a person.
CREATE TABLE upvotes (
    guild_id  INTEGER NOT NULL,    -- the server
    feature   TEXT    NOT NULL,    -- the feature whose thing it is
    row       INTEGER NOT NULL,    -- the feature's row of it
    member_id INTEGER NOT NULL,    -- who is for it
    at        INTEGER NOT NULL,    -- since when, unix milliseconds
    PRIMARY KEY (feature, row, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX upvotes_of_member ON upvotes (guild_id, member_id);
