-- Discord's own channel for the moderators of a community: where staff are told what no channel of the settings takes.
ALTER TABLE guilds ADD COLUMN moderators_channel_id INTEGER; -- as Discord last gave it; NULL: there is none, or everyone can read it
