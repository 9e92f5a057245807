-- Who wrote to whom in a week. A target who has not written by then is kept too and not counted: an import may
-- still bring an earlier message of his.
CREATE TABLE connections (
    guild_id  INTEGER NOT NULL, -- Discord's id of the server
    week      INTEGER NOT NULL, -- day number of the week's Monday
    author_id INTEGER NOT NULL, -- who wrote
    target_id INTEGER NOT NULL, -- whom he mentioned or replied to
    PRIMARY KEY (guild_id, week, author_id, target_id)
) STRICT, WITHOUT ROWID;
