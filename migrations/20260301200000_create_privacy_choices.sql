-- Who has declined to be counted or to be thanked. Whoever has declined neither is not here.
CREATE TABLE privacy_choices (
    guild_id  INTEGER NOT NULL, -- the server it is for
    member_id INTEGER NOT NULL, -- who has decided
    counted   INTEGER NOT NULL  -- 0: nothing that they do is counted
        CHECK (counted IN (0, 1)),
    thanked   INTEGER NOT NULL  -- 0: they are not named among the people to thank
        CHECK (thanked IN (0, 1)),
    at        INTEGER NOT NULL, -- when they last decided, unix milliseconds
    PRIMARY KEY (guild_id, member_id),
    CHECK (counted = 0 OR thanked = 0)
) STRICT, WITHOUT ROWID;
