-- The digests whose edition for members was posted or was to be; what it says stands in digest_weeks.
CREATE TABLE digest_public_posts (
    digest_id  INTEGER NOT NULL PRIMARY KEY -- whose edition it is
        REFERENCES digest_weeks (digest_id),
    guild_id   INTEGER NOT NULL,            -- Discord's id of the server
    state      TEXT    NOT NULL             -- sending: in the outbox; unknown: may have been posted
        CHECK (state IN ('sending', 'posted', 'failed', 'unknown')),
    channel_id INTEGER NOT NULL,            -- where it was posted or was to be
    message_id INTEGER,                     -- the message it is, once posted
    why        TEXT                         -- why it could not be posted, once failed
) STRICT;
