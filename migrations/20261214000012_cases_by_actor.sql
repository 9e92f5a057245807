-- How much one moderator has done of late is asked before each kick and ban.
CREATE INDEX cases_by_actor ON cases (guild_id, actor_id, at);
