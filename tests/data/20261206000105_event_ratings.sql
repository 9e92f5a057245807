INSERT INTO event_ratings (occurrence_id, guild_id, member_id, stars, words, at) SELECT occurrence_id, guild_id, 300000000000000001, 4, 'Мне понравилось.', ends_at FROM event_occurrences LIMIT 1;
