UPDATE cases SET until = 1775045000000, lapsed_at = 1771269000000, resumed_at = 1771369000000 WHERE case_id = 4;
