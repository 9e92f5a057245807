//! SQL of the cases, and of what surrounds them: notices and decisions.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::card::Card;
use crate::features::moderation::{CaseId, DECISION, DecisionId, NoticeId, VoidPromptId};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

use super::rules::Query;
use super::rules::points::{Points, Severity};
use super::{
    About, Act, ActState, Before, Case, CaseDetails, Decision, DecisionState, Edit, Kind, Lapse, Log, LogState,
    NewCase, Notice, NoticeState, Question, Says, Voided, Way,
};

/// Cases on one page of a list.
pub const PAGE: i64 = 10;

/// A page of a list, the latest case first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub cases: Vec<Case>,
    /// Counted from 0.
    pub number: i64,
    /// All cases that fit, over all pages.
    pub total: i64,
}

impl Page {
    /// How many pages there are, one at least.
    pub const fn count(&self) -> i64 {
        let full = self.total / PAGE;
        let begun = if self.total % PAGE > 0 { full + 1 } else { full };
        if begun > 1 { begun } else { 1 }
    }
}

/// Whole cases: the columns, once for all queries that read them. What follows `FROM cases` comes as
/// a literal, with its arguments.
macro_rules! cases {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT case_id AS "id!: CaseId", guild_id AS "guild: GuildId", number, kind,
                      member_id AS "member: MemberId", actor_id AS "actor: MemberId", reason, at AS "at: Timestamp",
                      severity, points, points_expire_at AS "points_expire_at: Timestamp", rule, evidence, link, quote,
                      cause, until AS "until: Timestamp", act, act_why, act_order AS "act_order: OutboxId",
                      lift_order AS "lift_order: OutboxId",
                      act_until AS "act_until: Timestamp", act_asked AS "act_asked: Timestamp",
                      lapsed_at AS "lapsed_at: Timestamp", resumed_at AS "resumed_at: Timestamp",
                      ended_at AS "ended_at: Timestamp",
                      log, log_why, log_order AS "log_order: OutboxId", voided_at AS "voided_at: Timestamp",
                      voided_by AS "voided_by: MemberId", void_reason
               FROM cases "# + $tail
            $(, $arg)*
        )
    };
}

/// Records a case under the next number of its server. What it does on Discord is not ordered by
/// that: `record.rs` does both.
pub async fn insert(tx: &mut SqliteConnection, new: &NewCase) -> Result<Case> {
    let number = numbers::next(tx, new.guild, "cases").await?;
    let (kind, severity, points) = (new.kind.as_str(), new.severity.map(Severity::number), new.points());
    let (count, expire_at) = (points.map_or(0, |points| points.count), points.map(|points| points.expire_at));
    let About { rule, evidence, link, quote } = &new.about;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, severity, points,
                              points_expire_at, rule, evidence, link, quote, cause, until)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING case_id AS "id!: CaseId""#,
        new.guild,
        number,
        kind,
        new.member,
        new.actor,
        new.reason,
        new.at,
        severity,
        count,
        expire_at,
        rule,
        evidence,
        link,
        quote,
        new.cause,
        new.until
    );
    let id = id.fetch_one(tx).await?;
    let NewCase { guild, kind, member, actor, reason, at, severity, about, until, cause, .. } = new.clone();
    let act = Act::default();
    let log = Log { state: LogState::None, why: None, order: None };
    Ok(Case {
        id,
        guild,
        number,
        kind,
        member,
        actor,
        reason,
        at,
        severity,
        points,
        about,
        cause,
        until,
        act,
        log,
        voided: None,
    })
}

/// The case of this number, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, number: i64) -> Result<Option<Case>> {
    let row = cases!("WHERE guild_id = ? AND number = ?", guild, number);
    row.fetch_optional(db).await?.map(Case::try_from).transpose()
}

/// The case that another row of ours is about.
///
/// # Errors
/// Fault, if there is none.
pub async fn case(db: impl SqliteExecutor<'_>, guild: GuildId, id: CaseId) -> Result<Case> {
    case_of(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no row {id} of cases")))
}

/// A case of this server by the row that a button names, if there is one.
pub async fn case_of(db: impl SqliteExecutor<'_>, guild: GuildId, id: CaseId) -> Result<Option<Case>> {
    let row = cases!("WHERE guild_id = ? AND case_id = ?", guild, id);
    row.fetch_optional(db).await?.map(Case::try_from).transpose()
}

/// What followed from a warning.
pub async fn consequences(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    cause: i64,
) -> Result<Vec<Case>> {
    let rows = cases!("WHERE guild_id = ? AND member_id = ? AND cause = ? ORDER BY number", guild, member, cause);
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// The cases about a member since an instant, the latest first.
pub async fn since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    since: Timestamp,
) -> Result<Vec<Case>> {
    let rows =
        cases!("WHERE guild_id = ? AND member_id = ? AND at > ? ORDER BY number DESC LIMIT 10", guild, member, since);
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// A case with everything that belongs to it.
pub async fn whole(db: &mut SqliteConnection, case: Case) -> Result<CaseDetails> {
    let followed = consequences(&mut *db, case.guild, case.member, case.number).await?;
    let notices = notices(&mut *db, case.id).await?;
    let decision = decision_about(&mut *db, case.id).await?;
    let decision_card = match &decision {
        Some(asked) => card::get(&mut *db, DECISION, case.guild, asked.id.get()).await?,
        None => Card::default(),
    };
    let edits = edits(&mut *db, case.id).await?;
    let links = links(db, case.id).await?;
    Ok(CaseDetails { case, followed, notices, decision, decision_card, edits, links })
}

/// The warning that a case followed from; the case itself where it followed from none.
pub async fn head(db: &mut SqliteConnection, case: Case) -> Result<Case> {
    let Some(cause) = case.cause else { return Ok(case) };
    Ok(get(db, case.guild, cause).await?.unwrap_or(case))
}

/// One page of what is on record about a member, as they themselves may read it: without notes.
pub async fn own(db: &sqlx::SqlitePool, guild: GuildId, member: MemberId, page: i64) -> Result<Page> {
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM cases WHERE guild_id = ? AND member_id = ? AND kind <> 'note'"#,
        guild,
        member
    );
    let total = total.fetch_one(db).await?;
    let number = page.clamp(0, (total - 1).max(0) / PAGE);
    let first = number * PAGE;
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind <> 'note' ORDER BY number DESC LIMIT ? OFFSET ?",
        guild,
        member,
        PAGE,
        first
    );
    let rows = rows.fetch_all(db).await?;
    Ok(Page { cases: rows.into_iter().map(Case::try_from).collect::<Result<_>>()?, number, total })
}

/// The timeouts of a member that Discord may still keep, the latest first.
pub async fn timeouts_running(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind = 'timeout' AND act IN ('waiting', 'applied', 'unknown')
         ORDER BY number DESC",
        guild,
        member
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// One page of the cases that fit.
pub async fn list(db: &sqlx::SqlitePool, guild: GuildId, query: &Query, page: i64) -> Result<Page> {
    let Query { member, kind, actor, from, before } = *query;
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM cases
           WHERE guild_id = ?1 AND (?2 IS NULL OR member_id = ?2) AND (?3 IS NULL OR kind = ?3)
             AND (?4 IS NULL OR actor_id = ?4) AND at >= ?5 AND at < ?6"#,
        guild,
        member,
        kind,
        actor,
        from,
        before
    );
    let total = total.fetch_one(db).await?;
    let number = page.clamp(0, (total - 1).max(0) / PAGE);
    let first = number * PAGE;
    let rows = cases!(
        "WHERE guild_id = ?1 AND (?2 IS NULL OR member_id = ?2) AND (?3 IS NULL OR kind = ?3)
           AND (?4 IS NULL OR actor_id = ?4) AND at >= ?5 AND at < ?6
         ORDER BY number DESC LIMIT ?7 OFFSET ?8",
        guild,
        member,
        kind,
        actor,
        from,
        before,
        PAGE,
        first
    );
    let rows = rows.fetch_all(db).await?;
    Ok(Page { cases: rows.into_iter().map(Case::try_from).collect::<Result<_>>()?, number, total })
}

/// The points of a member's warnings that stand, expired ones too.
pub async fn points(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Points>> {
    let rows = sqlx::query_as!(
        Points,
        r#"SELECT points AS count, points_expire_at AS "expire_at!: Timestamp" FROM cases
           WHERE guild_id = ? AND member_id = ? AND points_expire_at IS NOT NULL AND voided_at IS NULL"#,
        guild,
        member
    );
    Ok(rows.fetch_all(db).await?)
}

/// What is on record about a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// How many cases of each kind stand, in the order of [`Kind::ALL`]; kinds without any are left out.
    pub counts: Vec<(Kind, i64)>,
    /// When the last of them was recorded.
    pub last_at: Option<Timestamp>,
    /// The number of the last case of all, voided or not; 0 for none.
    pub last: i64,
}

/// What is on record about a member.
pub async fn record(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Record> {
    let rows = sqlx::query!(
        r#"SELECT kind, count(*) FILTER (WHERE voided_at IS NULL) AS "count!: i64",
                  max(at) FILTER (WHERE voided_at IS NULL) AS "last_at: Timestamp", max(number) AS "last!: i64"
           FROM cases WHERE guild_id = ? AND member_id = ? GROUP BY kind"#,
        guild,
        member
    );
    let rows = rows.fetch_all(db).await?;
    let counted = |kind: Kind| rows.iter().find(|row| row.kind == kind.as_str()).map_or(0, |row| row.count);
    Ok(Record {
        counts: Kind::ALL.map(|kind| (kind, counted(kind))).into_iter().filter(|(_, count)| *count > 0).collect(),
        last_at: rows.iter().filter_map(|row| row.last_at).max(),
        last: rows.iter().map(|row| row.last).max().unwrap_or(0),
    })
}

/// What a case does on Discord is on its way.
pub async fn set_act_ordered(
    tx: &mut SqliteConnection,
    case: CaseId,
    order: OutboxId,
    until: Option<Timestamp>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act = 'waiting', act_why = NULL, act_order = ?, act_until = ? WHERE case_id = ?",
        order,
        until,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What takes back what a case does on Discord is on its way.
pub async fn set_lift_ordered(tx: &mut SqliteConnection, case: CaseId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_why = NULL, lift_order = ? WHERE case_id = ?", order, case).execute(tx).await?;
    Ok(())
}

/// What became of it. `ended_at` where it is over by that.
pub async fn set_act(
    tx: &mut SqliteConnection,
    case: CaseId,
    state: ActState,
    why: Option<&str>,
    ended_at: Option<Timestamp>,
) -> Result<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE cases SET act = ?, act_why = ?, ended_at = coalesce(?, ended_at) WHERE case_id = ?",
        state,
        why,
        ended_at,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Discord is asked for this end of a timeout by an order; it is known as told only once that is done.
pub async fn set_asked(tx: &mut SqliteConnection, case: CaseId, order: OutboxId, until: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_order = ?, act_asked = ? WHERE case_id = ?", order, until, case)
        .execute(tx)
        .await?;
    Ok(())
}

/// Discord is asked for this end of a timeout while another of that person is lifted.
pub async fn set_asked_beside(tx: &mut SqliteConnection, case: CaseId, until: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_asked = ? WHERE case_id = ?", until, case).execute(tx).await?;
    Ok(())
}

/// Discord has heard this end: it was told for whichever timeout of that person it was asked for.
pub async fn set_told(tx: &mut SqliteConnection, guild: GuildId, member: MemberId, until: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act_until = act_asked, act_asked = NULL
         WHERE guild_id = ? AND member_id = ? AND kind = 'timeout' AND act_asked = ?",
        guild,
        member,
        until
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Discord has not heard this end.
pub async fn set_not_told(tx: &mut SqliteConnection, guild: GuildId, member: MemberId, until: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act_asked = NULL
         WHERE guild_id = ? AND member_id = ? AND kind = 'timeout' AND act_asked = ?",
        guild,
        member,
        until
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A timeout that was to go on ran out.
pub async fn set_lapsed(tx: &mut SqliteConnection, case: CaseId, since: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET lapsed_at = ?1, resumed_at = NULL
         WHERE case_id = ?2 AND (lapsed_at IS NULL OR resumed_at IS NOT NULL)",
        since,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is in force again.
pub async fn set_resumed(tx: &mut SqliteConnection, case: CaseId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET resumed_at = ? WHERE case_id = ? AND lapsed_at IS NOT NULL AND resumed_at IS NULL",
        now,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A case is on its way into the mod log.
pub async fn set_log_ordered(tx: &mut SqliteConnection, case: CaseId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE cases SET log = 'waiting', log_why = NULL, log_order = ? WHERE case_id = ?", order, case)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether the mod log has a case.
pub async fn set_log(tx: &mut SqliteConnection, case: CaseId, state: LogState, why: Option<&str>) -> Result<()> {
    let state = state.as_str();
    sqlx::query!("UPDATE cases SET log = ?, log_why = ? WHERE case_id = ?", state, why, case).execute(tx).await?;
    Ok(())
}

/// A case stops counting; false if it had before.
pub async fn set_voided(tx: &mut SqliteConnection, case: CaseId, voided: &Voided) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE cases SET voided_at = ?, voided_by = ?, void_reason = ? WHERE case_id = ? AND voided_at IS NULL",
        voided.at,
        voided.by,
        voided.reason,
        case
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// A case says something else; what it said before is kept.
pub async fn set_reason(
    tx: &mut SqliteConnection,
    case: &Case,
    reason: &str,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    insert_edit(&mut *tx, case, by, "reason", &case.reason, reason, now).await?;
    sqlx::query!("UPDATE cases SET reason = ? WHERE case_id = ?", reason, case.id).execute(tx).await?;
    Ok(())
}

/// A timeout is to end at another time; what it was before is kept.
pub async fn set_until(
    tx: &mut SqliteConnection,
    case: &Case,
    until: Timestamp,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let before = case.until.map(|before| before.millis().to_string()).unwrap_or_default();
    insert_edit(&mut *tx, case, by, "until", &before, &until.millis().to_string(), now).await?;
    sqlx::query!("UPDATE cases SET until = ? WHERE case_id = ?", until, case.id).execute(tx).await?;
    Ok(())
}

async fn insert_edit(
    tx: &mut SqliteConnection,
    case: &Case,
    by: MemberId,
    field: &'static str,
    before: &str,
    after: &str,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO case_edits (guild_id, case_id, editor_id, field, before, after, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        case.guild,
        case.id,
        by,
        field,
        before,
        after,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What stood in a case before, in the order in which it was changed.
async fn edits(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<Edit>> {
    let rows = sqlx::query!(
        r#"SELECT editor_id AS "by: MemberId", field, before, at AS "at: Timestamp" FROM case_edits
           WHERE case_id = ? ORDER BY edit_id"#,
        case
    );
    let rows = rows.fetch_all(db).await?.into_iter();
    let read = rows.map(|row| {
        let before = match (row.field.as_str(), row.before.parse()) {
            ("reason", _) => Before::Reason(row.before),
            ("until", Ok(millis)) => Before::Until(Timestamp(millis)),
            _ => return Err(Error::fault(format!("an edit of {} that cannot be read", row.field))),
        };
        Ok(Edit { by: row.by, at: row.at, before })
    });
    read.collect()
}

/// Two cases belong together; false if that is known already.
pub async fn insert_link(
    tx: &mut SqliteConnection,
    one: &Case,
    other: &Case,
    by: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let (lower, higher) = (one.id.min(other.id), one.id.max(other.id));
    let done = sqlx::query!(
        "INSERT INTO case_links (guild_id, case_id, other_id, linked_by, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        one.guild,
        lower,
        higher,
        by,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// The numbers of the cases that one is linked with.
async fn links(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<i64>> {
    let numbers = sqlx::query_scalar!(
        r#"SELECT number FROM cases WHERE case_id IN (
               SELECT other_id FROM case_links WHERE case_id = ?1 UNION SELECT case_id FROM case_links WHERE other_id = ?1)
           ORDER BY number"#,
        case
    );
    Ok(numbers.fetch_all(db).await?)
}

/// Keeps what somebody is asked, and lets go of what was asked before `before`.
pub async fn insert_question(
    tx: &mut SqliteConnection,
    case: &Case,
    actor: MemberId,
    reason: &str,
    before: Timestamp,
    now: Timestamp,
) -> Result<VoidPromptId> {
    sqlx::query!("DELETE FROM moderation_questions WHERE at < ?", before).execute(&mut *tx).await?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_questions (guild_id, case_id, actor_id, reason, at) VALUES (?, ?, ?, ?, ?)
           RETURNING question_id AS "id!: VoidPromptId""#,
        case.guild,
        case.id,
        actor,
        reason,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

/// What somebody in this server is asked, if that is still kept.
pub async fn question(db: impl SqliteExecutor<'_>, guild: GuildId, id: VoidPromptId) -> Result<Option<Question>> {
    let question = sqlx::query_as!(
        Question,
        r#"SELECT case_id AS "case: CaseId", actor_id AS "actor: MemberId", reason,
                  answered_at IS NOT NULL AS "answered!: bool"
           FROM moderation_questions WHERE guild_id = ? AND question_id = ?"#,
        guild,
        id
    );
    Ok(question.fetch_optional(db).await?)
}

/// They have answered; false if they had before.
pub async fn set_answered(tx: &mut SqliteConnection, id: VoidPromptId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE moderation_questions SET answered_at = ? WHERE question_id = ? AND answered_at IS NULL",
        now,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Notes that a person is to be told. It is not on its way by that.
pub async fn insert_notice(
    tx: &mut SqliteConnection,
    case: &Case,
    says: Says,
    way: Way,
    channel: ChannelId,
    now: Timestamp,
) -> Result<NoticeId> {
    let (says, way) = (says.as_str(), way.as_str());
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_notices (guild_id, case_id, says, way, channel_id, state, at)
           VALUES (?, ?, ?, ?, ?, 'waiting', ?) RETURNING notice_id AS "id!: NoticeId""#,
        case.guild,
        case.id,
        says,
        way,
        channel,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

struct NoticeRow {
    id: NoticeId,
    guild: GuildId,
    case: CaseId,
    says: String,
    way: String,
    channel: ChannelId,
    state: String,
    why: Option<String>,
    order: Option<OutboxId>,
}

/// Whole notices, like `cases!`.
macro_rules! notices {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            NoticeRow,
            r#"SELECT notice_id AS "id!: NoticeId", guild_id AS "guild: GuildId", case_id AS "case: CaseId", says, way,
                      channel_id AS "channel: ChannelId", state, why, order_id AS "order: OutboxId"
               FROM moderation_notices "# + $tail
            $(, $arg)*
        )
    };
}

/// A notice, if there is one.
pub async fn notice(db: impl SqliteExecutor<'_>, id: NoticeId) -> Result<Option<Notice>> {
    notices!("WHERE notice_id = ?", id).fetch_optional(db).await?.map(Notice::try_from).transpose()
}

/// What a person is told about a case, in the order in which it was asked for.
pub async fn notices(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<Notice>> {
    let rows = notices!("WHERE case_id = ? ORDER BY notice_id", case);
    rows.fetch_all(db).await?.into_iter().map(Notice::try_from).collect()
}

/// A notice is on its way.
pub async fn set_notice_ordered(tx: &mut SqliteConnection, id: NoticeId, order: OutboxId) -> Result<()> {
    sqlx::query!(
        "UPDATE moderation_notices SET state = 'waiting', why = NULL, order_id = ? WHERE notice_id = ?",
        order,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What became of a notice, if it still is what it was; false if something else came first.
pub async fn set_notice(
    tx: &mut SqliteConnection,
    id: NoticeId,
    from: NoticeState,
    to: NoticeState,
    why: Option<&str>,
) -> Result<bool> {
    let (from, to) = (from.as_str(), to.as_str());
    let done = sqlx::query!(
        "UPDATE moderation_notices SET state = ?, why = ? WHERE notice_id = ? AND state = ?",
        to,
        why,
        id,
        from
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Notes what managers are asked.
pub async fn insert_decision(tx: &mut SqliteConnection, case: &Case, rung: &str, now: Timestamp) -> Result<DecisionId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_decisions (guild_id, case_id, rung, state, at) VALUES (?, ?, ?, 'open', ?)
           RETURNING decision_id AS "id!: DecisionId""#,
        case.guild,
        case.id,
        rung,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

struct DecisionRow {
    id: DecisionId,
    guild: GuildId,
    case: CaseId,
    rung: String,
    state: String,
    decided_by: Option<MemberId>,
    decided_at: Option<Timestamp>,
    number: Option<i64>,
}

/// Whole decisions, like `cases!`.
macro_rules! decisions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            DecisionRow,
            r#"SELECT decision_id AS "id!: DecisionId", guild_id AS "guild: GuildId", case_id AS "case: CaseId", rung,
                      state, decided_by AS "decided_by: MemberId",
                      decided_at AS "decided_at: Timestamp", case_number AS number
               FROM moderation_decisions "# + $tail
            $(, $arg)*
        )
    };
}

/// What managers of this server are asked, if this is one of theirs.
pub async fn decision(db: impl SqliteExecutor<'_>, guild: GuildId, id: DecisionId) -> Result<Option<Decision>> {
    let row = decisions!("WHERE guild_id = ? AND decision_id = ?", guild, id);
    row.fetch_optional(db).await?.map(Decision::try_from).transpose()
}

/// What managers are asked about a case.
pub async fn decision_about(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Option<Decision>> {
    decisions!("WHERE case_id = ?", case).fetch_optional(db).await?.map(Decision::try_from).transpose()
}

/// Managers have decided, or need not any more; false if it was settled before.
pub async fn end_decision(
    tx: &mut SqliteConnection,
    id: DecisionId,
    state: DecisionState,
    by: MemberId,
    number: Option<i64>,
    now: Timestamp,
) -> Result<bool> {
    let state = state.as_str();
    let done = sqlx::query!(
        "UPDATE moderation_decisions SET state = ?, decided_by = ?, decided_at = ?, case_number = ?
         WHERE decision_id = ? AND state = 'open'",
        state,
        by,
        now,
        number,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// A case as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub kind: Kind,
    pub at: Timestamp,
}

/// The cases from one instant to before another.
pub async fn between(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    before: Timestamp,
) -> Result<Vec<Counted>> {
    let rows = sqlx::query!(
        r#"SELECT kind, at AS "at: Timestamp" FROM cases WHERE guild_id = ? AND at >= ? AND at < ?"#,
        guild,
        from,
        before
    );
    let rows = rows.fetch_all(db).await?;
    let counted = rows.into_iter().map(|row| {
        let kind = Kind::of(&row.kind).ok_or_else(|| Error::fault(format!("a case of unknown kind {}", row.kind)))?;
        Ok(Counted { kind, at: row.at })
    });
    counted.collect()
}

/// When the first case there is was recorded.
pub async fn first(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Timestamp>> {
    let first = sqlx::query_scalar!(r#"SELECT min(at) AS "at: Timestamp" FROM cases WHERE guild_id = ?"#, guild);
    Ok(first.fetch_one(db).await?)
}

fn severity(number: i64) -> Result<Severity> {
    Severity::of(number).ok_or_else(|| Error::fault(format!("an unknown severity {number}")))
}

struct Row {
    id: CaseId,
    guild: GuildId,
    number: i64,
    kind: String,
    member: MemberId,
    actor: MemberId,
    reason: String,
    at: Timestamp,
    severity: Option<i64>,
    points: i64,
    points_expire_at: Option<Timestamp>,
    rule: Option<String>,
    evidence: Option<String>,
    link: Option<String>,
    quote: Option<String>,
    cause: Option<i64>,
    until: Option<Timestamp>,
    act: String,
    act_why: Option<String>,
    act_order: Option<OutboxId>,
    lift_order: Option<OutboxId>,
    act_until: Option<Timestamp>,
    act_asked: Option<Timestamp>,
    lapsed_at: Option<Timestamp>,
    resumed_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    log: String,
    log_why: Option<String>,
    log_order: Option<OutboxId>,
    voided_at: Option<Timestamp>,
    voided_by: Option<MemberId>,
    void_reason: Option<String>,
}

impl TryFrom<Row> for Case {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let number = row.number;
        let kind = Kind::of(&row.kind)
            .ok_or_else(|| Error::fault(format!("case {number} is of unknown kind {}", row.kind)))?;
        let voided = row.voided_at.zip(row.voided_by).map(|(at, by)| Voided {
            at,
            by,
            reason: row.void_reason.unwrap_or_default(),
        });
        Ok(Self {
            id: row.id,
            guild: row.guild,
            number,
            kind,
            member: row.member,
            actor: row.actor,
            reason: row.reason,
            at: row.at,
            severity: row.severity.map(severity).transpose()?,
            points: row.points_expire_at.map(|expire_at| Points { count: row.points, expire_at }),
            about: About { rule: row.rule, evidence: row.evidence, link: row.link, quote: row.quote },
            cause: row.cause,
            until: row.until,
            act: Act {
                state: ActState::of(&row.act)?,
                why: row.act_why,
                order: row.act_order,
                lift: row.lift_order,
                until: row.act_until,
                asked: row.act_asked,
                lapse: row.lapsed_at.map(|since| Lapse { since, until: row.resumed_at }),
                ended_at: row.ended_at,
            },
            log: Log { state: LogState::of(&row.log)?, why: row.log_why, order: row.log_order },
            voided,
        })
    }
}

impl TryFrom<NoticeRow> for Notice {
    type Error = Error;

    fn try_from(row: NoticeRow) -> Result<Self> {
        let NoticeRow { id, guild, case, says, way, channel, state, why, order } = row;
        let (says, way, state) = (Says::of(&says)?, Way::of(&way)?, NoticeState::of(&state)?);
        Ok(Self { id, guild, case, says, way, channel, state, why, order })
    }
}

impl TryFrom<DecisionRow> for Decision {
    type Error = Error;

    fn try_from(row: DecisionRow) -> Result<Self> {
        let DecisionRow { id, guild, case, rung, state, decided_by, decided_at, number } = row;
        let rung = rung.parse().map_err(|_| Error::fault(format!("decision {id} is about no rung: {rung}")))?;
        let state = DecisionState::of(&state)?;
        Ok(Self { id, guild, case, rung, state, decided: decided_by.zip(decided_at), number })
    }
}
