-- On which days of a week a member wrote, and how much: the same counts as activity_days without channels,
-- kept in step with it so that a week's figures do not have to walk through every day.
CREATE TABLE activity_member_weeks (
    guild_id  INTEGER NOT NULL, -- Discord's id of the server
    week      INTEGER NOT NULL, -- day number of the week's Monday
    member_id INTEGER NOT NULL, -- who wrote
    messages  INTEGER NOT NULL, -- member messages of the week
    days      INTEGER NOT NULL, -- bit n is set if the member wrote on the n-th day after Monday
    PRIMARY KEY (guild_id, week, member_id)
) STRICT, WITHOUT ROWID;
