INSERT INTO report_entries (report_entry_id, report_id, guild_id, reporter_id, reason, evidence, reported_at, tell) VALUES
    (1, 1, 100000000000000001, 300000000000000003, 'Спам', NULL, 1767225600000, 1),
    (2, 2, 100000000000000001, 300000000000000003, 'Rude in voice chat', 'Ana heard it too', 1767225600000, 0);
