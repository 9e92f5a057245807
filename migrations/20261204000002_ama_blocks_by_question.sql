-- A block belongs to what it was decided about: a question, whose asker it is about, or a member. Two blocks of one
-- person are two rows, so that no list of blocks shows that two sealed questions have the same asker.
ALTER TABLE ama_blocks ADD COLUMN question_id INTEGER;    -- the question whose asker is blocked; NULL: the member is
DROP INDEX ama_blocks_once;
CREATE UNIQUE INDEX ama_blocks_by_question ON ama_blocks (session_id, question_id) WHERE question_id IS NOT NULL;
CREATE UNIQUE INDEX ama_blocks_by_member ON ama_blocks (session_id, coalesce(mark, member_id)) WHERE question_id IS NULL;
