INSERT INTO moderation_audit_reads (guild_id, entry_id) VALUES
    (100000000000000001, 500000000000000001);
