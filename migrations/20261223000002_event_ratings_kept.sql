-- Words beside a rating can become feedback, once.
ALTER TABLE event_ratings ADD COLUMN kept_at INTEGER; -- since when they are, unix milliseconds
