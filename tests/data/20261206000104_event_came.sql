INSERT INTO event_came (occurrence_id, guild_id, member_id, minutes) SELECT occurrence_id, guild_id, 300000000000000001, 55 FROM event_occurrences LIMIT 1;
