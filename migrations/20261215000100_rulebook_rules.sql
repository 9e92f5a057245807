-- The rules of a server, in the words of those who manage it.
CREATE TABLE rulebook_rules (
    rule_id    INTEGER PRIMARY KEY, -- ours; buttons name it
    guild_id   INTEGER NOT NULL,    -- its server
    number     INTEGER NOT NULL,    -- its place among those that are not retired, from 1 on
    title_en   TEXT,                -- in English, as typed; NULL where it has none
    text_en    TEXT,                -- more words on it
    title_ru   TEXT,                -- the same in Russian
    text_ru    TEXT,                -- and its text
    title_ro   TEXT,                -- and in Romanian
    text_ro    TEXT,                -- and its text
    retired_at INTEGER,             -- since when it is a rule no more, unix milliseconds
    CHECK (title_en IS NOT NULL OR title_ru IS NOT NULL OR title_ro IS NOT NULL)
) STRICT;

CREATE INDEX rulebook_rules_by_number ON rulebook_rules (guild_id, number) WHERE retired_at IS NULL;
