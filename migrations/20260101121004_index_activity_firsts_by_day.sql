-- Whoever wrote for the first time in a week is found without walking through all members.
CREATE INDEX activity_firsts_by_day ON activity_firsts (guild_id, first_day);
