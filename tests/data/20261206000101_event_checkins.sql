INSERT INTO event_checkins (occurrence_id, guild_id, member_id, by_id, at) SELECT occurrence_id, guild_id, 300000000000000001, 300000000000000002, starts_at FROM event_occurrences LIMIT 1;
