-- What other features hand over becomes feedback, too.
ALTER TABLE feedback_items ADD COLUMN origin TEXT CHECK (origin IN ('ama', 'surveys', 'events')); -- the feature that has handed it over; NULL where staff tagged or noted it
ALTER TABLE feedback_items ADD COLUMN within_id INTEGER; -- the channel whose readers may read it, where it is of no message
