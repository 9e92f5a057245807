-- What people have sent as their answers: one entry per person and wave.
CREATE TABLE survey_entries (
    entry_id  INTEGER PRIMARY KEY, -- ours, drawn at random: their order would tell who came when
    guild_id  INTEGER NOT NULL,    -- the server
    wave_id   INTEGER NOT NULL     -- the sending that is answered
        REFERENCES survey_waves (wave_id) ON DELETE CASCADE,
    member_id INTEGER,             -- who; NULL where the wave is anonymous
    mark      TEXT,                -- there, a hash of who, by a key that is destroyed at the close; NULL after it
    sent_at   INTEGER              -- when, unix milliseconds; NULL where the wave is anonymous
) STRICT;

CREATE UNIQUE INDEX survey_entries_of_member ON survey_entries (wave_id, member_id);
CREATE UNIQUE INDEX survey_entries_of_mark ON survey_entries (wave_id, mark);
