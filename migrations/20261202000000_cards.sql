-- Messages of features that are kept true: what posted each, and why it does not stand there any more.
CREATE TABLE cards (
    card_id    INTEGER PRIMARY KEY AUTOINCREMENT, -- ours, never used twice; the job that refreshes it names it
    guild_id   INTEGER NOT NULL,    -- the server
    feature    TEXT    NOT NULL,    -- whose message it is
    purpose    TEXT    NOT NULL,    -- what it is to that feature: 'card', 'result', 'post'
    row_id     INTEGER NOT NULL,    -- the row of that feature that it shows
    channel_id INTEGER NOT NULL,    -- where it was posted last, or is about to be
    order_id   INTEGER NOT NULL,    -- the order in the outbox that posts it
    why        TEXT,                -- why it does not stand there or cannot be changed: a word of the outbox, or 'unknown'; NULL: nothing is known against it
    shown_at   INTEGER NOT NULL,    -- when it was last posted or edited, unix milliseconds
    UNIQUE (guild_id, feature, purpose, row_id)
) STRICT;

-- An order has ended, a message was deleted.
CREATE INDEX cards_by_order ON cards (order_id);
-- A channel was deleted.
CREATE INDEX cards_by_channel ON cards (guild_id, channel_id);

INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, why, shown_at)
SELECT guild_id, 'polls', 'card', poll_id, channel_id, card_order, card_why, coalesce(shown_at, opened_at, published_at)
FROM polls WHERE card_order IS NOT NULL;

INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, why, shown_at)
SELECT guild_id, 'polls', 'result', poll_id, channel_id, result_order, result_why, coalesce(closed_at, published_at)
FROM polls WHERE result_order IS NOT NULL;

INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, why, shown_at)
SELECT w.guild_id, 'surveys', 'post', w.wave_id, w.channel_id, w.order_id,
       CASE o.state WHEN 'failed' THEN o.why WHEN 'unknown' THEN 'unknown' END, coalesce(w.opened_at, w.at)
FROM survey_waves AS w LEFT JOIN outbox AS o ON o.outbox_id = w.order_id
WHERE w.order_id IS NOT NULL;

INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, why, shown_at)
SELECT d.guild_id, 'moderation', 'decision', d.decision_id, coalesce(o.channel_id, CAST(substr(o.lane, 4) AS INTEGER)),
       d.order_id, CASE o.state WHEN 'unknown' THEN 'unknown' END, d.at
FROM moderation_decisions AS d JOIN outbox AS o ON o.outbox_id = d.order_id;

ALTER TABLE polls DROP COLUMN card_order;
ALTER TABLE polls DROP COLUMN card_why;
ALTER TABLE polls DROP COLUMN shown_at;
ALTER TABLE polls DROP COLUMN result_order;
ALTER TABLE polls DROP COLUMN result_why;
ALTER TABLE survey_waves DROP COLUMN order_id;
ALTER TABLE moderation_decisions DROP COLUMN order_id;

-- Cards that wait to be refreshed do so under their new job.
UPDATE jobs SET kind = 'cards.refresh', row_id = (
    SELECT card_id FROM cards
    WHERE cards.guild_id = jobs.guild_id AND feature = 'polls' AND purpose = 'card' AND cards.row_id = jobs.row_id)
WHERE kind = 'polls.refresh' AND EXISTS (
    SELECT 1 FROM cards
    WHERE cards.guild_id = jobs.guild_id AND feature = 'polls' AND purpose = 'card' AND cards.row_id = jobs.row_id);
