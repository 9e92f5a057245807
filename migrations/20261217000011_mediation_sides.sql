-- Who takes part in a mediation, with the invitation and the answer; two for each.
CREATE TABLE mediation_sides (
    side_id      INTEGER PRIMARY KEY, -- ours; the buttons of an invitation name it
    mediation_id INTEGER NOT NULL,    -- the mediation
    guild_id     INTEGER NOT NULL,    -- its server
    member_id    INTEGER NOT NULL,    -- who is invited
    answer       TEXT                 -- NULL as long as there is none, and again once not both have accepted
        CHECK (answer IN ('accepted', 'declined')),
    channel_id   INTEGER,             -- where a line may say that there is something to read; NULL: nowhere
    sent         TEXT    NOT NULL     -- how far the invitation is
        CHECK (sent IN ('waiting', 'delivered', 'in_channel', 'failed', 'unknown')),
    why          TEXT,                -- why it failed: a word of the outbox
    order_id     INTEGER,             -- what has sent it last
    invited_at   INTEGER NOT NULL,    -- unix milliseconds
    UNIQUE (mediation_id, member_id)
) STRICT;

CREATE INDEX mediation_sides_by_member ON mediation_sides (guild_id, member_id);
