-- What Discord may have heard of a timeout.
ALTER TABLE cases ADD COLUMN act_asked INTEGER;          -- the end that it was asked for since, until it is known whether it heard that, unix milliseconds
