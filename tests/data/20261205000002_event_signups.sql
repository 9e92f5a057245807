INSERT INTO event_signups (occurrence_id, guild_id, member_id, state, group_place, guests, every_time, via, position, at)
SELECT occurrence_id, guild_id, 300000000000000002, 'going', 0, 1, 1, 'steward', 1, 1796000000000 FROM event_occurrences WHERE guild_id = 100000000000000001
UNION ALL
SELECT occurrence_id, guild_id, 300000000000000003, 'maybe', NULL, 0, 0, 'discord', 2, 1796000000000 FROM event_occurrences WHERE guild_id = 100000000000000001
UNION ALL
SELECT occurrence_id, guild_id, 300000000000000004, 'waiting', 1, 0, 0, 'steward', 3, 1796000000000 FROM event_occurrences WHERE guild_id = 100000000000000001;
