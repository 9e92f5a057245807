-- What somebody is about to publish, as they see it in its preview: of polls, warnings and surveys alike, which
-- had tables of their own for it (poll_drafts, moderation_drafts, waves in preview). A preview is kept for a day,
-- and its buttons name the row of its draft. Those that are open while Steward is updated are let go of: moved
-- here they would have other rows, which their buttons do not name. No row of before is given again, so none of
-- those buttons finds another draft: whoever presses is told that the preview is not kept any more.
CREATE TABLE drafts (
    draft_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; buttons name it
    guild_id   INTEGER NOT NULL,    -- the server
    feature    TEXT    NOT NULL,    -- the feature that publishes it
    kind       TEXT    NOT NULL,    -- what it is to become, among the drafts of the feature
    author_id  INTEGER NOT NULL,    -- who is about to publish it
    about_id   INTEGER,             -- the person it is about; NULL where it is about nobody
    channel_id INTEGER NOT NULL,    -- where it was begun, or where it is to be published
    spec       TEXT    NOT NULL     -- JSON: what is to be published, as the feature writes it
        CHECK (json_valid(spec)),
    seen       TEXT    NOT NULL     -- JSON: what the preview showed that others may change; null where nothing
        CHECK (json_valid(seen)),
    state      TEXT    NOT NULL     -- whether its author still looks at it
        CHECK (state IN ('open', 'published', 'cancelled')),
    became     INTEGER,             -- the row that it was published as, in a table of the feature
    at         INTEGER NOT NULL,    -- when it was begun, unix milliseconds
    CHECK ((state = 'published') = (became IS NOT NULL))
) STRICT;

CREATE INDEX drafts_by_age ON drafts (at);

INSERT INTO sqlite_sequence (name, seq)
SELECT 'drafts', coalesce(max(seq), 0) FROM sqlite_sequence
WHERE name IN ('poll_drafts', 'moderation_drafts', 'survey_waves');

DROP TABLE poll_drafts;
DROP TABLE moderation_drafts;
-- Nobody has answered them. A survey that was just about to come by itself begins another wave.
DELETE FROM survey_waves WHERE state IN ('preview', 'cancelled');
