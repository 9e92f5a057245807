INSERT INTO event_outcomes (occurrence_id, guild_id, came, first_timers, no_shows, at) SELECT occurrence_id, guild_id, 12, 3, 2, ends_at FROM event_occurrences LIMIT 1;
