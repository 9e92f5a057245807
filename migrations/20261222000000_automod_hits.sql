-- What Discord's AutoMod did, by the cases that came of it.
CREATE TABLE automod_hits (
    automod_hit_id INTEGER PRIMARY KEY, -- ours
    guild_id       INTEGER NOT NULL,    -- the server
    case_id        INTEGER NOT NULL     -- the case it is part of
        REFERENCES cases (case_id),
    source         TEXT NOT NULL        -- where it was heard of: as it happened, or from the audit log; what stands in both counts once
        CHECK (source IN ('event', 'log')),
    entry_id       INTEGER,             -- its entry in the audit log
    rule_id        INTEGER,             -- the rule, as Discord numbers it
    rule           TEXT,                -- what the rule is called, which only the audit log says
    looks_for      INTEGER,             -- what the rule looks for, as Discord numbers it
    action         TEXT NOT NULL        -- what AutoMod did
        CHECK (action IN ('block', 'alert', 'timeout', 'other')),
    channel_id     INTEGER,             -- where
    message_id     INTEGER,             -- the message, where it was not blocked
    at             INTEGER NOT NULL     -- when, unix milliseconds
) STRICT;

CREATE INDEX automod_hits_by_case ON automod_hits (case_id);
CREATE UNIQUE INDEX automod_hits_entry ON automod_hits (guild_id, entry_id) WHERE entry_id IS NOT NULL;
