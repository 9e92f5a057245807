INSERT INTO rulebook_rules (rule_id, guild_id, number, title_en, text_en, title_ru, text_ru, title_ro, text_ro, retired_at) VALUES
    (1, 100000000000000001, 1, 'Be kind', 'No insults, no mockery.', 'Будьте добры', NULL, NULL, NULL, NULL),
    (2, 100000000000000001, 2, NULL, NULL, NULL, NULL, 'Fără reclame', 'Nici în mesaje directe.', 1767225600000);
