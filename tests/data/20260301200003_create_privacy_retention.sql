INSERT INTO privacy_retention (retention_id, ran_at) VALUES (1, 1770000000000);
