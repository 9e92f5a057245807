-- It stands in the settings now.
ALTER TABLE digest_plans DROP COLUMN channel_id;
