INSERT INTO activity_member_weeks (guild_id, week, member_id, messages, days) VALUES
    (100000000000000001, 20451, 300000000000000001, 12, 8);
