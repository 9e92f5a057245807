-- Where the rules of a server are posted; what stands there is a card, which is kept true.
CREATE TABLE rulebook_posts (
    rulebook_post_id INTEGER PRIMARY KEY, -- ours; the card names it
    guild_id   INTEGER NOT NULL,    -- its server
    channel_id INTEGER NOT NULL     -- where
) STRICT;

CREATE UNIQUE INDEX rulebook_posts_by_channel ON rulebook_posts (guild_id, channel_id);
