-- What staff did goes two years later even where nobody has done anything since, and with a server that Steward
-- has left. 63,158,400,000 ms are 731 days.
DROP TRIGGER audit_keeps_two_years;

CREATE TRIGGER audit_keeps_two_years BEFORE DELETE ON audit
WHEN OLD.at > max((SELECT max(at) FROM audit), ifnull((SELECT ran_at FROM privacy_retention), 0)) - 63158400000
    AND NOT EXISTS (SELECT 1 FROM guilds WHERE guild_id = OLD.guild_id AND left_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
