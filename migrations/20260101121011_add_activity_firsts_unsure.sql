-- An import that ends shortly before time already counted cannot see the answers in there.
ALTER TABLE activity_firsts ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0; -- 1: what came within 168 h of the first message is not all known
