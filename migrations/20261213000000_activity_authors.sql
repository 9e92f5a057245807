-- Numbers for people, so that what is kept of their messages is small. A number is used for nobody else while any
-- message of it is kept.
CREATE TABLE activity_authors (
    guild_id  INTEGER NOT NULL, -- Discord's id of the server
    member_id INTEGER NOT NULL, -- who wrote, or was mentioned or answered
    number    INTEGER NOT NULL, -- from 1 on, in the order in which they were seen first
    week      INTEGER NOT NULL, -- day number of the Monday, in UTC, of the latest week with a message of theirs
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;

-- The next number is one more than the highest.
CREATE UNIQUE INDEX activity_authors_by_number ON activity_authors (guild_id, number);
