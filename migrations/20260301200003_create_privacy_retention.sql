-- When what has had its time was last looked for: one row. Old rows of the audit are measured by it too, so that
-- they go in a server where nothing is done any more.
CREATE TABLE privacy_retention (
    retention_id INTEGER PRIMARY KEY CHECK (retention_id = 1), -- always 1
    ran_at       INTEGER NOT NULL                              -- unix ms
) STRICT;
