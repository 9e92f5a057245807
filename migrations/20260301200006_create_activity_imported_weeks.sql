-- When something of a week was last imported: its rows are kept from then on as if they had been counted then.
CREATE TABLE activity_imported_weeks (
    guild_id    INTEGER NOT NULL, -- Discord's id of the server
    week        INTEGER NOT NULL, -- day number of the week's Monday
    imported_at INTEGER NOT NULL, -- unix ms
    PRIMARY KEY (guild_id, week)
) STRICT, WITHOUT ROWID;

-- Of what is there already it is known when its file came, not when its messages were written.
INSERT INTO activity_imported_weeks (guild_id, week, imported_at)
SELECT d.guild_id, d.week, (SELECT max(i.imported_at) FROM activity_imports AS i WHERE i.guild_id = d.guild_id)
FROM activity_channel_weeks AS d
WHERE EXISTS (SELECT 1 FROM activity_imports AS i WHERE i.guild_id = d.guild_id AND i.channel_id = d.channel_id)
GROUP BY d.guild_id, d.week;
