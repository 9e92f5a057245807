//! SQL of mediations, and what their tables say about people.

use sqlx::{SqliteConnection, SqliteExecutor};

use super::{Answer, Invited, Mediation, MediationId, MediationState, NewMediation, Sent, Side, SideId};
use crate::clock::Timestamp;
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

/// The ground on which one that runs stays.
const RUNS: &str = "privacy-stays-mediations";
/// On which what somebody did as staff stays.
const STAFF: &str = "privacy-stays-staff";

/// How it went on would say what the other has answered.
const INVITATION: &[Column] =
    &[Column("invited_at", "invited_at", Format::Time), Column("answer", "answer", Format::Plain)];

const HAS_ENDED: &str = "EXISTS (SELECT 1 FROM mediations AS whole WHERE whole.mediation_id = mediation_sides.mediation_id AND whole.ended_at IS NOT NULL)";
const HAS_NOT_ENDED: &str = "EXISTS (SELECT 1 FROM mediations AS whole WHERE whole.mediation_id = mediation_sides.mediation_id AND whole.ended_at IS NULL)";
/// The words go when either of the two is forgotten; then the two are still in the other table.
const FIRST: &str =
    "(SELECT min(member_id) FROM mediation_sides AS side WHERE side.mediation_id = mediations.mediation_id)";
const SECOND: &str =
    "(SELECT max(member_id) FROM mediation_sides AS side WHERE side.mediation_id = mediations.mediation_id)";
const WITHOUT_WORDS: &str = "topic = NULL, outcome = NULL";

/// Mediations go 180 days after their end, and who took part with them.
pub const TABLES: &[Table] = &[
    Table::of_server("mediations")
        .people(&[
            Person::stays("mediator_id", STAFF),
            Person::stays("closed_by", STAFF),
            Person::taken_out(FIRST, WITHOUT_WORDS).only("ended_at IS NOT NULL"),
            Person::taken_out(SECOND, WITHOUT_WORDS).only("ended_at IS NOT NULL"),
        ])
        .kept(&[Rule::Delete { days: 180, after: "ended_at", only: None }]),
    Table::of_server("mediation_sides")
        .people(&[
            Person::whose("member_id").only(HAS_ENDED).shown("mediations", INVITATION),
            Person::stays("member_id", RUNS).only(HAS_NOT_ENDED).shown("mediations", INVITATION),
        ])
        .kept(&[Rule::Delete {
            days: 0,
            after: "invited_at",
            only: Some("NOT EXISTS (SELECT 1 FROM mediations AS whole WHERE whole.mediation_id = mediation_sides.mediation_id)"),
        }]),
];

struct Row {
    id: MediationId,
    guild: GuildId,
    number: i64,
    mediator: MemberId,
    topic: Option<String>,
    state: MediationState,
    told: bool,
    parent: ChannelId,
    thread: Option<ChannelId>,
    why: Option<String>,
    expires: Timestamp,
    closed_by: Option<MemberId>,
    outcome: Option<String>,
    ended: Option<Timestamp>,
}

/// Whole mediations: the columns, once for all queries that read them.
macro_rules! mediations {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT mediation_id AS "id!: MediationId", guild_id AS "guild: GuildId", number,
                      mediator_id AS "mediator: MemberId", topic, state AS "state: MediationState", told AS "told: bool",
                      parent_id AS "parent: ChannelId", thread_id AS "thread: ChannelId", why,
                      expires_at AS "expires: Timestamp", closed_by AS "closed_by: MemberId", outcome,
                      ended_at AS "ended: Timestamp"
               FROM mediations "# + $tail
            $(, $arg)*
        )
    };
}

/// Whole sides.
macro_rules! sides {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Side,
            r#"SELECT side_id AS "id!: SideId", mediation_id AS "mediation: MediationId", guild_id AS "guild: GuildId",
                      member_id AS "member: MemberId", answer AS "answer: Answer", channel_id AS "channel: ChannelId",
                      sent AS "sent: Sent", why, order_id AS "order: OutboxId"
               FROM mediation_sides "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps a new mediation under the next number of its server, with nobody in it yet.
pub async fn insert(
    tx: &mut SqliteConnection,
    new: &NewMediation,
    expires: Timestamp,
    now: Timestamp,
) -> Result<MediationId> {
    let number = numbers::next(&mut *tx, new.guild, "mediations").await?;
    let row = sqlx::query!(
        "INSERT INTO mediations (guild_id, number, mediator_id, topic, state, parent_id, started_at, expires_at)
         VALUES (?, ?, ?, ?, 'invited', ?, ?, ?)",
        new.guild,
        number,
        new.mediator,
        new.topic,
        new.parent,
        now,
        expires
    );
    Ok(MediationId(row.execute(tx).await?.last_insert_rowid()))
}

/// Keeps one of the two.
pub async fn insert_side(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    invited: Invited,
    now: Timestamp,
) -> Result<()> {
    let row = sqlx::query!(
        "INSERT INTO mediation_sides (mediation_id, guild_id, member_id, channel_id, sent, invited_at)
         VALUES (?, ?, ?, ?, 'waiting', ?)",
        id,
        guild,
        invited.member,
        invited.channel,
        now
    );
    row.execute(tx).await?;
    Ok(())
}

/// A mediation of this server, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: MediationId) -> Result<Option<Mediation>> {
    let row = mediations!("WHERE guild_id = ? AND mediation_id = ?", guild, id);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The same where it is known to be there.
pub async fn known(db: impl SqliteExecutor<'_>, guild: GuildId, id: MediationId) -> Result<Mediation> {
    get(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no mediation {id}")))
}

/// Those of a server that have not ended, the latest first.
pub async fn running(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Mediation>> {
    let rows = mediations!("WHERE guild_id = ? AND ended_at IS NULL ORDER BY number DESC", guild);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// The one between these two that has not ended.
pub async fn running_between(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    [one, other]: [MemberId; 2],
) -> Result<Option<Mediation>> {
    let row = mediations!(
        "WHERE guild_id = ?1 AND ended_at IS NULL
           AND (SELECT count(*) FROM mediation_sides AS side
                WHERE side.mediation_id = mediations.mediation_id AND side.member_id IN (?2, ?3)) = 2",
        guild,
        one,
        other
    );
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The one that is held in a thread.
pub async fn held_in(db: impl SqliteExecutor<'_>, guild: GuildId, thread: ChannelId) -> Result<Option<Mediation>> {
    let row = mediations!("WHERE guild_id = ? AND thread_id = ? AND ended_at IS NULL", guild, thread);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// Those that are held with a member now.
pub async fn held_with(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Mediation>> {
    let rows = mediations!(
        "WHERE guild_id = ?1 AND state = 'open'
           AND EXISTS (SELECT 1 FROM mediation_sides AS side
                       WHERE side.mediation_id = mediations.mediation_id AND side.member_id = ?2)",
        guild,
        member
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// One of the two, by the row that a button names.
pub async fn side(db: impl SqliteExecutor<'_>, guild: GuildId, id: SideId) -> Result<Option<Side>> {
    Ok(sides!("WHERE guild_id = ? AND side_id = ?", guild, id).fetch_optional(db).await?)
}

/// Both, in the order in which they were named.
pub async fn sides(db: impl SqliteExecutor<'_>, id: MediationId) -> Result<Vec<Side>> {
    Ok(sides!("WHERE mediation_id = ? ORDER BY side_id", id).fetch_all(db).await?)
}

/// The other of the two.
pub async fn other(db: impl SqliteExecutor<'_>, side: &Side) -> Result<MemberId> {
    let other = sides(db, side.mediation).await?.into_iter().find(|one| one.id != side.id);
    Ok(other.ok_or_else(|| Error::fault(format!("{} stands alone in a mediation", side.id)))?.member)
}

/// What sends the invitation now.
pub async fn set_order(tx: &mut SqliteConnection, id: SideId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE mediation_sides SET order_id = ? WHERE side_id = ?", order, id).execute(tx).await?;
    Ok(())
}

/// What became of the invitation.
pub async fn set_sent(tx: &mut SqliteConnection, id: SideId, sent: Sent, why: Option<&str>) -> Result<()> {
    let row = sqlx::query!("UPDATE mediation_sides SET sent = ?, why = ? WHERE side_id = ?", sent, why, id);
    row.execute(tx).await?;
    Ok(())
}

/// What somebody answers.
pub async fn set_answer(tx: &mut SqliteConnection, id: SideId, answer: Answer) -> Result<()> {
    sqlx::query!("UPDATE mediation_sides SET answer = ? WHERE side_id = ?", answer, id).execute(tx).await?;
    Ok(())
}

/// Nobody needs to know any more who has answered what.
pub async fn delete_answers(tx: &mut SqliteConnection, id: MediationId) -> Result<()> {
    sqlx::query!("UPDATE mediation_sides SET answer = NULL WHERE mediation_id = ?", id).execute(tx).await?;
    Ok(())
}

/// The mediator knows that not both have accepted.
pub async fn set_told(tx: &mut SqliteConnection, id: MediationId) -> Result<()> {
    sqlx::query!("UPDATE mediations SET told = 1 WHERE mediation_id = ? AND told = 0", id).execute(tx).await?;
    Ok(())
}

/// It goes on; false if it was no longer where it was thought to be.
pub async fn set_state(
    tx: &mut SqliteConnection,
    id: MediationId,
    from: MediationState,
    to: MediationState,
) -> Result<bool> {
    let row = sqlx::query!("UPDATE mediations SET state = ? WHERE mediation_id = ? AND state = ?", to, id, from);
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

/// Its thread is there.
pub async fn set_thread(tx: &mut SqliteConnection, id: MediationId, thread: ChannelId) -> Result<()> {
    sqlx::query!("UPDATE mediations SET thread_id = ? WHERE mediation_id = ?", thread, id).execute(tx).await?;
    Ok(())
}

/// How it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub state: MediationState,
    pub why: Option<&'static str>,
    pub by: Option<MemberId>,
    pub outcome: Option<String>,
}

impl End {
    /// By itself.
    pub const fn new(state: MediationState) -> Self {
        Self { state, why: None, by: None, outcome: None }
    }
}

/// It ends; false if it had ended before.
pub async fn set_ended(tx: &mut SqliteConnection, id: MediationId, end: &End, now: Timestamp) -> Result<bool> {
    let row = sqlx::query!(
        "UPDATE mediations SET state = ?, why = ?, closed_by = ?, outcome = ?, ended_at = ?
         WHERE mediation_id = ? AND ended_at IS NULL",
        end.state,
        end.why,
        end.by,
        end.outcome,
        now,
        id
    );
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

impl Row {
    fn whole(self) -> Mediation {
        Mediation {
            id: self.id,
            guild: self.guild,
            number: self.number,
            mediator: self.mediator,
            topic: self.topic,
            state: self.state,
            told: self.told,
            parent: self.parent,
            thread: self.thread,
            why: self.why,
            expires: self.expires,
            closed_by: self.closed_by,
            outcome: self.outcome,
            ended: self.ended,
        }
    }
}
