//! SQL of the outbox.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::{Column, Format, Person, Rule, Table};
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MessageId, OutboxId, ScheduledEventId};

use super::OrderState;
use super::{Effect, FailureReason, Order, Outcome};

/// Whom an order is done to: they stand in its lane, and in what is to be done until that is done.
const WHO: &str = "CASE WHEN lane LIKE 'to:%' THEN CAST(substr(lane, 4) AS INTEGER)
    WHEN lane LIKE 'act:%' THEN CAST(replace(lane, 'act:' || guild_id || ':', '') AS INTEGER) END";
const OPEN: &str = "state IN ('waiting', 'pending', 'sending')";
/// Nothing waits in its lane any more: later edits of its message find a lane of its own.
const ENDED: &str = "state NOT IN ('waiting', 'pending', 'sending') AND (lane LIKE 'to:%' OR lane LIKE 'act:%')
    AND NOT EXISTS (SELECT 1 FROM outbox AS open
                    WHERE open.lane = outbox.lane AND open.state IN ('waiting', 'pending', 'sending'))";
const NOBODYS_LANE: &str = "lane = 'of:' || outbox_id";

const DELIVERY: &[Column] = &[
    Column("what", "purpose", Format::Plain),
    Column("state", "state", Format::Plain),
    Column("since", "created_at", Format::Time),
];

/// What has ended says only where the message is that came of it, for later edits; whom it was for goes
/// a day later, and the rest after a month.
pub const TABLE: Table = Table::of_server("outbox")
    .people(&[
        Person::taken_out(WHO, NOBODYS_LANE).only(ENDED).shown("deliveries", DELIVERY),
        Person::stays(WHO, "privacy-stays-deliveries").only(OPEN).shown("deliveries", DELIVERY),
    ])
    .kept(&[
        Rule::Set { set: NOBODYS_LANE, days: 1, after: "ended_at", only: ENDED },
        Rule::Delete { days: 30, after: "ended_at", only: Some("rank IN (0, 3)") },
    ]);

/// Bytes that messages carry along, until their order has ended.
pub const FILES: Table = Table::of_server("outbox_files");

/// An order that is to be carried out.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: OutboxId,
    pub guild: GuildId,
    pub feature: String,
    pub purpose: String,
    pub row: i64,
    pub effect: Effect,
    pub lane: String,
    pub expires: Option<Timestamp>,
    /// How often it was tried before.
    pub tries: i64,
    /// When it was first tried without a word on whether it was done.
    pub tried_at: Option<Timestamp>,
    pub created: Timestamp,
}

/// What can be carried out now.
#[derive(Debug, Default)]
pub struct Due {
    pub ready: Vec<Waiting>,
    /// Orders of another version, which nobody here can read.
    pub unreadable: Vec<OutboxId>,
}

/// A new order; it waits for those before it in its lane.
pub async fn insert(tx: &mut SqliteConnection, order: &Order, lane: &str, now: Timestamp) -> Result<OutboxId> {
    let Order { guild, feature, purpose, row, effect, after, expires } = order;
    let (effect, files) = effect.apart();
    let (rank, effect) = (effect.rank(), serde_json::to_string(&*effect)?);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO outbox (guild_id, feature, purpose, row_id, effect, lane, rank, after_id, due_at, expires_at, state,
                               tries, created_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
                   iif(EXISTS (SELECT 1 FROM outbox WHERE lane = ?6 AND state IN ('waiting', 'pending', 'sending')),
                       'waiting', 'pending'),
                   0, ?9)
           RETURNING outbox_id AS "id!: OutboxId""#,
        guild,
        feature,
        purpose,
        row,
        effect,
        lane,
        rank,
        after,
        now,
        expires
    );
    let id = id.fetch_one(&mut *tx).await?;
    for (place, bytes) in files.iter().enumerate() {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        let row = sqlx::query!(
            "INSERT INTO outbox_files (outbox_id, guild_id, place, bytes) VALUES (?, ?, ?, ?)",
            id,
            guild,
            place,
            bytes
        );
        row.execute(&mut *tx).await?;
    }
    Ok(id)
}

/// What the message of an order carries along, in the order of its places.
pub async fn files(db: impl SqliteExecutor<'_>, guild: GuildId, id: OutboxId) -> Result<Vec<Vec<u8>>> {
    let rows = sqlx::query_scalar!(
        "SELECT bytes FROM outbox_files WHERE outbox_id = ? AND guild_id = ? ORDER BY place",
        id,
        guild
    );
    Ok(rows.fetch_all(db).await?)
}

/// The lane of an order, whatever has become of it.
pub async fn lane(db: impl SqliteExecutor<'_>, guild: GuildId, id: OutboxId) -> Result<Option<String>> {
    let lane = sqlx::query_scalar!("SELECT lane FROM outbox WHERE outbox_id = ? AND guild_id = ?", id, guild);
    Ok(lane.fetch_optional(db).await?)
}

/// Edits of a message that were not tried yet: a later one says all that they would. They stand in
/// the lane of the message.
pub async fn delete_waiting_edits(tx: &mut SqliteConnection, of: OutboxId, lane: &str) -> Result<()> {
    sqlx::query!(
        "DELETE FROM outbox
         WHERE lane = ? AND state IN ('waiting', 'pending', 'sending') AND state <> 'sending' AND tried_at IS NULL
           AND rank = 3 AND effect ->> 'do' = 'edit' AND effect ->> 'of' = ?",
        lane,
        of
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What can be carried out now: of each lane the first that waits, unless another must end before.
pub async fn due(db: impl SqliteExecutor<'_>, now: Timestamp, most: i64) -> Result<Due> {
    // The plus keeps SQLite from sorting all that is due only to give the first few of it.
    let rows = sqlx::query!(
        r#"SELECT outbox_id AS "id!: OutboxId", guild_id AS "guild: GuildId", feature, purpose, row_id, effect, lane,
                  expires_at AS "expires: Timestamp", tries, tried_at AS "tried_at: Timestamp",
                  created_at AS "created: Timestamp"
           FROM outbox AS this
           WHERE state = 'pending' AND +due_at <= ?1
             AND NOT EXISTS (SELECT 1 FROM outbox AS first
                             WHERE first.outbox_id = this.after_id AND first.state IN ('waiting', 'pending', 'sending'))
           ORDER BY rank, outbox_id LIMIT ?2"#,
        now,
        most
    );
    let mut due = Due::default();
    for row in rows.fetch_all(db).await? {
        let Ok(effect) = serde_json::from_str(&row.effect) else {
            due.unreadable.push(row.id);
            continue;
        };
        due.ready.push(Waiting {
            id: row.id,
            guild: row.guild,
            feature: row.feature,
            purpose: row.purpose,
            row: row.row_id,
            effect,
            lane: row.lane,
            expires: row.expires,
            tries: row.tries,
            tried_at: row.tried_at,
            created: row.created,
        });
    }
    Ok(due)
}

/// When the next order is due, among those that wait for no other.
pub async fn next_due(db: impl SqliteExecutor<'_>) -> Result<Option<Timestamp>> {
    let next = sqlx::query_scalar!(
        r#"SELECT due_at AS "due: Timestamp" FROM outbox AS this
           WHERE state = 'pending'
             AND NOT EXISTS (SELECT 1 FROM outbox AS first
                             WHERE first.outbox_id = this.after_id AND first.state IN ('waiting', 'pending', 'sending'))
           ORDER BY due_at LIMIT 1"#
    );
    Ok(next.fetch_optional(db).await?)
}

/// Not before an instant.
pub async fn set_due(tx: &mut SqliteConnection, id: OutboxId, due: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE outbox SET due_at = ? WHERE outbox_id = ? AND state = 'pending'", due, id).execute(tx).await?;
    Ok(())
}

/// Somebody takes it on; false if it is no longer there to be taken.
pub async fn set_sending(tx: &mut SqliteConnection, id: OutboxId, now: Timestamp) -> Result<bool> {
    let claimed = sqlx::query!(
        "UPDATE outbox SET state = 'sending', tries = tries + 1, tried_at = coalesce(tried_at, ?)
         WHERE outbox_id = ? AND state = 'pending'",
        now,
        id
    );
    Ok(claimed.execute(tx).await?.rows_affected() > 0)
}

/// To be tried again; `tried_at` stays empty where it is known that nothing was done.
pub async fn set_pending(
    tx: &mut SqliteConnection,
    id: OutboxId,
    due: Timestamp,
    tried_at: Option<Timestamp>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE outbox SET state = 'pending', due_at = ?, tried_at = ? WHERE outbox_id = ? AND state = 'sending'",
        due,
        tried_at,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What became of it. What was done needs no keeping but where to find it.
pub async fn set_ended(tx: &mut SqliteConnection, id: OutboxId, outcome: &Outcome, now: Timestamp) -> Result<()> {
    let (state, why) = match outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => ("done", None),
        Outcome::Failed(why) => ("failed", Some(why.as_str())),
        Outcome::Unknown => ("unknown", None),
    };
    let (channel, message, event) = match outcome {
        Outcome::Done { message: Some((channel, message)) } => (Some(*channel), Some(*message), None),
        Outcome::Made(channel) => (Some(*channel), None, None),
        Outcome::Scheduled(event) => (None, None, Some(*event)),
        _ => (None, None, None),
    };
    sqlx::query!(
        "UPDATE outbox SET state = ?1, why = ?2, channel_id = ?3, message_id = ?4, event_id = ?5, ended_at = ?6,
                           effect = ''
         WHERE outbox_id = ?7",
        state,
        why,
        channel,
        message,
        event,
        now,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes it back if it was never tried.
pub async fn set_withdrawn(tx: &mut SqliteConnection, id: OutboxId, now: Timestamp) -> Result<bool> {
    let why = FailureReason::Withdrawn.as_str();
    let withdrawn = sqlx::query!(
        "UPDATE outbox SET state = 'failed', why = ?, ended_at = ?, effect = ''
         WHERE outbox_id = ? AND state IN ('waiting', 'pending') AND tried_at IS NULL",
        why,
        now,
        id
    );
    Ok(withdrawn.execute(tx).await?.rows_affected() > 0)
}

/// The message that an order made; `None` as long as there is none.
pub async fn message(db: impl SqliteExecutor<'_>, id: OutboxId) -> Result<Option<(ChannelId, MessageId)>> {
    let row = sqlx::query!(
        r#"SELECT channel_id AS "channel: ChannelId", message_id AS "message: MessageId" FROM outbox
           WHERE outbox_id = ?"#,
        id
    );
    Ok(row.fetch_optional(db).await?.and_then(|row| row.channel.zip(row.message)))
}

/// The channel that an order made; `None` as long as there is none.
pub async fn channel(db: impl SqliteExecutor<'_>, id: OutboxId) -> Result<Option<ChannelId>> {
    let row = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel: ChannelId" FROM outbox WHERE outbox_id = ? AND message_id IS NULL"#,
        id
    );
    Ok(row.fetch_optional(db).await?.flatten())
}

/// Whether a channel came of some order.
pub async fn is_made(db: impl SqliteExecutor<'_>, channel: ChannelId) -> Result<bool> {
    let made = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE channel_id = ? AND message_id IS NULL) AS "made!: bool""#,
        channel
    );
    Ok(made.fetch_one(db).await?)
}

/// Whether an event came of some order.
pub async fn is_scheduled(db: impl SqliteExecutor<'_>, event: ScheduledEventId) -> Result<bool> {
    let known =
        sqlx::query_scalar!(r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE event_id = ?) AS "known!: bool""#, event);
    Ok(known.fetch_one(db).await?)
}

/// How many of these have not ended.
pub async fn count_open(db: impl SqliteExecutor<'_>, ids: &[OutboxId]) -> Result<i64> {
    let ids = serde_json::to_string(ids)?;
    let open = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM outbox
           WHERE outbox_id IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'pending', 'sending')"#,
        ids
    );
    Ok(open.fetch_one(db).await?)
}

/// Whether it is being carried out, or about to be: it has not ended, and nothing holds it back at `now`.
pub async fn is_at_hand(db: impl SqliteExecutor<'_>, id: OutboxId, now: Timestamp) -> Result<bool> {
    let at_hand = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox
                          WHERE outbox_id = ? AND (state = 'sending' OR state = 'pending' AND due_at <= ?))
               AS "at_hand!: bool""#,
        id,
        now
    );
    Ok(at_hand.fetch_one(db).await?)
}

/// What is known of an order; of one that is not there nothing is.
pub async fn state(db: impl SqliteExecutor<'_>, guild: GuildId, id: OutboxId) -> Result<OrderState> {
    let row = sqlx::query!("SELECT state, why FROM outbox WHERE outbox_id = ? AND guild_id = ?", id, guild);
    let Some(row) = row.fetch_optional(db).await? else { return Ok(OrderState::Unknown) };
    Ok(match row.state.as_str() {
        "waiting" | "pending" | "sending" => OrderState::StillOnItsWay,
        "done" => OrderState::Done,
        "failed" => OrderState::Failed(
            row.why.as_deref().and_then(FailureReason::from_stored).unwrap_or(FailureReason::Refused),
        ),
        _ => OrderState::Unknown,
    })
}

/// How many orders stand in each state but `done`: those would be all that ever were.
pub async fn count(db: impl SqliteExecutor<'_>) -> Result<Vec<(String, i64)>> {
    // Each half is answered by an index of its own.
    let rows = sqlx::query!(
        r#"SELECT state AS "state!", count(*) AS "count!: i64" FROM outbox
           WHERE state IN ('waiting', 'pending', 'sending') GROUP BY state
           UNION ALL
           SELECT state, count(*) FROM outbox WHERE state IN ('failed', 'unknown') GROUP BY state"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.state, row.count)).collect())
}

/// What a process that is gone was about to do: tried, without a word on whether it was done.
pub async fn release(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!(
        "UPDATE outbox SET state = 'pending'
         WHERE state IN ('waiting', 'pending', 'sending') AND state = 'sending'"
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was open in a copy that has taken the place of the database: it may have been tried since.
/// Acts, and messages from before `old`, are of no use any more; how many of those there are.
pub async fn set_restored(tx: &mut SqliteConnection, old: Timestamp, now: Timestamp) -> Result<u64> {
    sqlx::query!(
        "UPDATE outbox SET tried_at = coalesce(tried_at, created_at)
         WHERE state IN ('waiting', 'pending', 'sending') AND rank IN (0, 1, 2)"
    )
    .execute(&mut *tx)
    .await?;
    let ended = sqlx::query!(
        "UPDATE outbox SET expires_at = min(coalesce(expires_at, ?1), ?1)
         WHERE state IN ('waiting', 'pending', 'sending') AND (rank = 0 OR rank IN (1, 2) AND created_at < ?2)",
        now,
        old
    );
    Ok(ended.execute(tx).await?.rows_affected())
}

/// Whether a message came of some order.
pub async fn is_known(db: impl SqliteExecutor<'_>, channel: ChannelId, message: MessageId) -> Result<bool> {
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE channel_id = ? AND message_id = ?) AS "known!: bool""#,
        channel,
        message
    );
    Ok(known.fetch_one(db).await?)
}
