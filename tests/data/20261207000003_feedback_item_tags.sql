INSERT INTO feedback_item_tags (item_id, tag_id, guild_id) VALUES (1, 1, 100000000000000001);
