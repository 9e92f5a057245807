-- The forgettings that this database has gone through. Whom they were about only steward.keys knows, as a
-- keyed hash; one that stands there and not here came after the copy that this database was restored from.
CREATE TABLE privacy_erasures (
    erasure_id INTEGER PRIMARY KEY, -- drawn at random
    at         INTEGER NOT NULL     -- when it was done here, unix milliseconds
) STRICT;
