-- The servers that Steward was in when it was last connected: one that is missing at the next connection has
-- removed it meanwhile.
CREATE TABLE privacy_servers (
    guild_id INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the server
    gone_at  INTEGER                       -- unix ms, when it was known that Steward was removed; NULL while in it
) STRICT;
