-- What people have filled in and not sent: kept page by page, gone when they send it or the wave closes.
-- Without a wave it is somebody trying out a survey, which never counts.
CREATE TABLE survey_progress (
    progress_id INTEGER PRIMARY KEY, -- ours
    guild_id    INTEGER NOT NULL,    -- the server
    survey_id   INTEGER NOT NULL     -- what is asked
        REFERENCES surveys (survey_id) ON DELETE CASCADE,
    wave_id     INTEGER              -- the sending that is answered; NULL while trying out
        REFERENCES survey_waves (wave_id) ON DELETE CASCADE,
    member_id   INTEGER,             -- who; NULL where the wave is anonymous
    mark        TEXT,                -- there, a hash of who, by a key that is destroyed at the close
    page        INTEGER NOT NULL,    -- the page they were on, from 0 on
    answers     TEXT    NOT NULL     -- JSON: the answers so far, by asked_id
        CHECK (json_valid(answers)),
    at          INTEGER,             -- when it was begun, unix milliseconds; NULL where the wave is anonymous
    CHECK ((member_id IS NULL) <> (mark IS NULL))
) STRICT;

CREATE UNIQUE INDEX survey_progress_of_member ON survey_progress (survey_id, coalesce(wave_id, 0), member_id);
CREATE UNIQUE INDEX survey_progress_of_mark ON survey_progress (wave_id, mark);
