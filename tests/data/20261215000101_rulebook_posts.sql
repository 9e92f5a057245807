INSERT INTO rulebook_posts (rulebook_post_id, guild_id, channel_id) VALUES
    (1, 100000000000000001, 200000000000000001);
