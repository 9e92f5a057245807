INSERT INTO event_occurrences (event_id, guild_id, day, starts_at, ends_at, details, state, thread_id, thread_order, mirror, mirror_why, scheduled_id, mirrored, reminded, last_position, counts)
SELECT event_id, guild_id, CASE WHEN recurrence IS NULL THEN 0 ELSE 20802 END, starts_at, starts_at + length_ms, details,
       CASE state WHEN 'published' THEN 'scheduled' ELSE state END, NULL, NULL, CASE state WHEN 'published' THEN 'made' ELSE 'failed' END,
       CASE state WHEN 'published' THEN NULL ELSE 'full' END, CASE state WHEN 'published' THEN 700000000000000001 END, NULL,
       CASE state WHEN 'published' THEN 1440 END, 4, NULL
FROM events WHERE guild_id = 100000000000000001;
