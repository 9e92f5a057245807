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

-- The forgettings that this database has gone through. Whom they were about only steward.keys knows, as a
-- keyed hash; one that stands there and not here came after the copy that this database was restored from.
CREATE TABLE privacy_erasures (
    erasure_id INTEGER PRIMARY KEY, -- drawn at random
    at         INTEGER NOT NULL     -- when it was done here, unix milliseconds
) STRICT;

-- The servers that Steward was in when it was last connected: one that is missing at the next connection has
-- removed it meanwhile.
CREATE TABLE privacy_servers (
    guild_id INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the server
    gone_at  INTEGER                       -- unix ms, when it was known that Steward was removed; NULL while in it
) STRICT;

-- When what has had its time was last looked for: one row. Old rows of the audit are measured by it too, so that
-- they go in a server where nothing is done any more.
CREATE TABLE privacy_retention (
    retention_id INTEGER PRIMARY KEY CHECK (retention_id = 1), -- always 1
    ran_at       INTEGER NOT NULL                              -- unix ms
) STRICT;

-- What staff did goes two years later, by the newest row or by the last look for what has had its time, even
-- where nobody has done anything since, and with a server that Steward has left. 63,158,400,000 ms are 731 days.
CREATE TRIGGER audit_keeps_two_years BEFORE DELETE ON audit
WHEN OLD.at > max((SELECT max(at) FROM audit), ifnull((SELECT ran_at FROM privacy_retention), 0)) - 63158400000
    AND NOT EXISTS (SELECT 1 FROM guilds WHERE guild_id = OLD.guild_id AND left_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
