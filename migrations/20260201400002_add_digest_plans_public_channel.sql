-- Where the edition for members is posted; NULL: there is none.
ALTER TABLE digest_plans ADD COLUMN public_channel_id INTEGER; -- Discord's id of the channel
