INSERT INTO event_doors (occurrence_id, guild_id, code, opened_by, opened_at) SELECT occurrence_id, guild_id, 'K7QF', 300000000000000002, starts_at FROM event_occurrences LIMIT 1;
