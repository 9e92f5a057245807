INSERT OR REPLACE INTO activity_imported_weeks (guild_id, week, imported_at) VALUES (1, 20759, 1770000000000);
