-- Who is behind a theme, and since when: whoever said something of it, and whoever upvoted a suggestion of it. A person
-- can be in it several times. Of people who opted out, what they said has no author.
CREATE VIEW feedback_voices AS
SELECT guild_id, theme_id, author_id AS member_id, said_at AS at
FROM feedback_items
WHERE author_id IS NOT NULL
UNION ALL
SELECT feedback_items.guild_id, theme_id, member_id, at
FROM upvotes
JOIN feedback_suggestions
    ON suggestion_id = upvotes.row AND feedback_suggestions.guild_id = upvotes.guild_id AND upvotes.feature = 'feedback'
JOIN feedback_items USING (item_id);
