-- What stays of a week once the rows that it was counted from have had their time: figures, and nobody's id.
CREATE TABLE activity_weeks (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    week        INTEGER NOT NULL, -- day number of the week's Monday
    connections INTEGER NOT NULL, -- how many there were, once the pairs were removed
    mutual      INTEGER NOT NULL, -- those whose reverse was there too
    figures     TEXT,             -- all figures of the week, as JSON; NULL while its days are still there
    PRIMARY KEY (guild_id, week)
) STRICT, WITHOUT ROWID;
