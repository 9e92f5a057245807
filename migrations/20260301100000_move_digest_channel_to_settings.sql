-- The channel of the digest is a setting like the others from now on, so that `/setup` and `/digest setup` speak of one thing.
INSERT INTO settings (guild_id, name, value, set_at)
SELECT guild_id, 'digest', CAST(channel_id AS TEXT), unixepoch() * 1000 FROM digest_plans WHERE channel_id IS NOT NULL;
