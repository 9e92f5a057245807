-- What was done to the people of a raid.
ALTER TABLE mass_acts ADD COLUMN raid_id INTEGER; -- the raid; NULL: of none
ALTER TABLE mass_acts ADD COLUMN cleanup TEXT     -- what it is to the brake on kicks and bans; NULL: no clean-up
    CHECK (cleanup IN ('braked', 'at_once'));
CREATE INDEX mass_acts_by_raid ON mass_acts (raid_id) WHERE raid_id IS NOT NULL;
