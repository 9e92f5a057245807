-- In which language people last used Steward, for what is sent to them when they are not there.
CREATE TABLE readers (
    member_id INTEGER NOT NULL PRIMARY KEY, -- Discord's id of the person
    locale    TEXT    NOT NULL              -- the language that Steward answered them in
        CHECK (locale IN ('en', 'ru', 'ro')),
    seen_at   INTEGER NOT NULL              -- unix ms, when they were first answered in it since the language before
) STRICT;
