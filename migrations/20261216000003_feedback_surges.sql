-- Alerts: many more people than usual were behind a theme.
CREATE TABLE feedback_surges (
    surge_id   INTEGER PRIMARY KEY, -- ours; the buttons of the alert name it
    guild_id   INTEGER NOT NULL,    -- its server
    theme_id   INTEGER NOT NULL REFERENCES feedback_themes ON DELETE CASCADE, -- what it is about
    people     INTEGER NOT NULL,    -- how many people were behind the theme within a week
    usual      REAL    NOT NULL,    -- how many in a week of the four before, on average
    found_at   INTEGER NOT NULL,    -- when it was noticed, unix milliseconds
    seen_at    INTEGER NOT NULL,    -- when the theme still surged, unix milliseconds
    state      TEXT    NOT NULL     -- what the team has done about it
        CHECK (state IN ('open', 'acknowledged', 'snoozed', 'handed_over')),
    decided_by INTEGER,             -- who did
    CHECK ((decided_by IS NULL) OR (state <> 'open'))
) STRICT;

CREATE INDEX feedback_surges_of_theme ON feedback_surges (theme_id, found_at);
