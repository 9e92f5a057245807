INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, lease_until, tries, why)
VALUES (1, 'digest.weekly', 0, 0, 1794819600000, 'pending', 0, NULL, 0, NULL);
