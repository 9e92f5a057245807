INSERT INTO event_reminders (event_id, guild_id, member_id, at)
SELECT event_id, guild_id, 300000000000000003, 1796000000000 FROM events WHERE guild_id = 100000000000000001;
