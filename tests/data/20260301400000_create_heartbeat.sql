INSERT INTO heartbeat (heartbeat_id, at, report, room)
VALUES (1, 1795000000000, '{"status":"ok","version":"0.1.0","uptime_s":60,"reasons":[],"notes":[]}', NULL);
