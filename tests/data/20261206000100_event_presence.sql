INSERT INTO event_presence (occurrence_id, guild_id, member_id, from_at, to_at) SELECT occurrence_id, guild_id, 300000000000000001, starts_at, ends_at FROM event_occurrences LIMIT 1;
