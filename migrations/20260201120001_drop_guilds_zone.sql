-- It stands in settings now. The locale stays: it is the server's own in Discord, which holds until one is chosen.
ALTER TABLE guilds DROP COLUMN zone;
