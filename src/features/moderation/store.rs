//! SQL of the cases; what belongs to them has a file each.

/// Whole cases: the columns, once for all queries that read them. What follows `FROM cases` comes as
/// a literal, with its arguments.
macro_rules! cases {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT case_id AS "id!: CaseId", guild_id AS "guild: GuildId", number, kind,
                      member_id AS "member: MemberId", actor_id AS "actor: MemberId", reason, at AS "at: Timestamp",
                      severity, points, points_expire_at AS "points_expire_at: Timestamp", rule, evidence, link, quote,
                      cause, until AS "until: Timestamp", delete_seconds AS "delete_seconds: u32", entry_id AS entry, pruned,
                      import_id AS "import: ImportId", original, act, act_why, act_order AS "act_order: OutboxId",
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

mod acts;
mod automod;
mod by_hand;
mod decisions;
mod edits;
mod imports;
mod locks;
mod masses;
mod notices;
mod purges;

use super::rules::Query;
use super::rules::points::{Points, Severity};
use super::{About, Act, ActState, Case, CaseDetails, Imported, Kind, Lapse, Log, LogState, NewCase, Voided, appeals};
use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::card::Card;
use crate::features::moderation::{AUTOMOD, CaseId, DECISION, ImportId, MassId};
use crate::ids::{GuildId, MemberId, OutboxId};
use sqlx::{SqliteConnection, SqliteExecutor};

pub use self::acts::{
    is_to_be_let_in, kicks_to_let_in, set_act, set_act_ordered, set_asked, set_asked_beside, set_in_force_again,
    set_lapsed, set_let_in, set_lift_ordered, set_log, set_log_ordered, set_not_told, set_replaced, set_resumed,
    set_told, shares_order,
};
pub use self::automod::{
    automod, case_of_flood, insert_hit, is_hit_known, set_automod_reason, set_silence_over, set_silenced,
};
pub use self::by_hand::{audit_read, is_recorded, set_audit_read, set_by_hand};
pub use self::decisions::{decision, decision_about, end_decision, insert_decision};
pub use self::edits::{insert_link, insert_question, question, set_answered, set_reason, set_until, set_voided};
pub use self::imports::{import, imported_keys, insert_import, insert_imported, numbered, set_import_undone};
pub use self::locks::{
    insert_lock, insert_slowmode, lock, open_lock, open_locks, set_lock, set_slowmode_logged, slowmode,
};
pub use self::masses::{
    insert_mass, mass, mass_case, mass_of, mass_summary, mass_targets, mass_waiting, masses_of_raid, removals_since,
    removed_in_raid, running_cleanup, set_mass, set_mass_target,
};
pub use self::notices::{insert_notice, notice, notices, set_notice, set_notice_ordered};
pub use self::purges::{add_purged, insert_purge, purge, set_purge_logged};

/// Cases on one page of a list.
const PAGE: i64 = 10;

/// Records a case under the next number of its server. What it does on Discord is not ordered by
/// that: `record.rs` does both.
pub async fn insert(tx: &mut SqliteConnection, new: &NewCase) -> Result<Case> {
    let number = numbers::next(tx, new.guild, "cases").await?;
    let (kind, severity, points) = (new.kind.as_str(), new.severity.map(Severity::number), new.points());
    let (count, expire_at) = (points.map_or(0, |points| points.count), points.map(|points| points.expire_at));
    let About { rule, evidence, link, quote } = &new.about;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, severity, points,
                              points_expire_at, rule, evidence, link, quote, cause, until,
                              delete_seconds, entry_id, pruned)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING case_id AS "id!: CaseId""#,
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
        new.until,
        new.delete_seconds,
        new.entry,
        new.pruned
    );
    let id = id.fetch_one(tx).await?;
    let NewCase { guild, kind, member, actor, reason, at, severity, about, until, cause, delete_seconds, .. } =
        new.clone();
    let (entry, pruned) = (new.entry, new.pruned);
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
        delete_seconds,
        entry,
        pruned,
        imported: None,
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

/// The cases of people of a mass act, in their order.
pub async fn cases_of_mass(db: impl SqliteExecutor<'_>, guild: GuildId, mass: MassId) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND case_id IN (SELECT case_id FROM mass_targets WHERE mass_id = ?) ORDER BY number",
        guild,
        mass
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
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

/// The cases about a member since an instant that stand, the latest first.
pub async fn since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    since: Timestamp,
) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND at > ? AND voided_at IS NULL ORDER BY number DESC LIMIT 10",
        guild,
        member,
        since
    );
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
    let edits = edits::edits(&mut *db, case.id).await?;
    let links = edits::links(&mut *db, case.id).await?;
    let appeals = appeals::store::of_case(&mut *db, case.id).await?;
    let import = match &case.imported {
        Some(imported) => import(&mut *db, case.guild, imported.import).await?,
        None => None,
    };
    let replaces = replaces(&mut *db, &case, &followed).await?;
    let beside = beside(&mut *db, &case, &followed).await?;
    let automod = automod(db, &case).await?;
    Ok(CaseDetails {
        case,
        followed,
        notices,
        decision,
        decision_card,
        edits,
        links,
        appeals,
        import,
        replaces,
        beside,
        automod,
    })
}

/// The numbers of the bans that the ban of a case took the place of.
async fn replaces(db: &mut SqliteConnection, case: &Case, followed: &[Case]) -> Result<Vec<i64>> {
    let Some(ban) = std::iter::once(case).chain(followed).find(|one| one.kind == Kind::Ban) else {
        return Ok(Vec::new());
    };
    let replaced = bans_replaced(db, ban.guild, ban.member).await?;
    let by_it = replaced.iter().filter(|earlier| earlier.act.replaced_by == Some(ban.number));
    Ok(by_it.map(|earlier| earlier.number).collect())
}

/// The timeout or ban that keeps a person out although one of this case was voided: the one that ends last.
async fn beside(db: &mut SqliteConnection, case: &Case, followed: &[Case]) -> Result<Option<Case>> {
    let acts = || std::iter::once(case).chain(followed);
    let voided = |kind| acts().any(|one| one.kind == kind && one.voided.is_some());
    let mut open = Vec::new();
    if voided(Kind::Ban) {
        open.extend(bans_open(&mut *db, case.guild, case.member).await?);
    }
    if voided(Kind::Timeout) && open.is_empty() {
        open.extend(timeouts_running(db, case.guild, case.member).await?);
    }
    open.retain(|one| {
        one.act.state == ActState::Applied && one.act.lift.is_none() && !acts().any(|ours| ours.id == one.id)
    });
    Ok(open.into_iter().max_by_key(|one| one.until.unwrap_or(Timestamp(i64::MAX))))
}

/// The warning that a case followed from; the case itself where it followed from none.
pub async fn head(db: &mut SqliteConnection, case: Case) -> Result<Case> {
    let Some(cause) = case.cause else { return Ok(case) };
    Ok(get(db, case.guild, cause).await?.unwrap_or(case))
}

/// One page of what is on record about a member, as they themselves may read it: without notes.
pub async fn own(db: &sqlx::SqlitePool, guild: GuildId, member: MemberId, page: i64) -> Result<Listed<Case>> {
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM cases WHERE guild_id = ? AND member_id = ? AND kind <> 'note'"#,
        guild,
        member
    );
    let slice = Slice::new(total.fetch_one(db).await?, PAGE, page);
    let first = slice.skip();
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind <> 'note' ORDER BY number DESC LIMIT ? OFFSET ?",
        guild,
        member,
        PAGE,
        first
    );
    let rows = rows.fetch_all(db).await?;
    Ok(Listed { rows: rows.into_iter().map(Case::try_from).collect::<Result<_>>()?, slice })
}

/// What was done to a member and was not taken back, the latest first: what they can say something against.
pub async fn standing(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind IN ('warn', 'timeout', 'kick', 'ban') AND voided_at IS NULL
         ORDER BY number DESC LIMIT 25",
        guild,
        member
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
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

/// The bans of a person that Discord may still keep, the latest first.
pub async fn bans_open(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind = 'ban' AND act IN ('waiting', 'applied', 'unknown')
         ORDER BY number DESC",
        guild,
        member
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// The bans of a person that later ones of ours took the place of, the latest first.
pub async fn bans_replaced(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind = 'ban' AND act = 'superseded' AND act_why IS NOT NULL
         ORDER BY number DESC",
        guild,
        member
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// The ban of ours that has taken the place of the one of a case by now.
pub async fn in_place_of(db: &mut SqliteConnection, whole: &CaseDetails) -> Result<Option<Case>> {
    let mut number = std::iter::once(&whole.case).chain(&whole.followed).find_map(|case| case.act.replaced_by);
    let mut last = None;
    while let Some(by) = number {
        let Some(case) = get(&mut *db, whole.case.guild, by).await? else { break };
        number = case.act.replaced_by.filter(|next| *next > by);
        last = Some(case);
    }
    Ok(last)
}

/// One page of the cases that fit.
pub async fn list(db: &sqlx::SqlitePool, guild: GuildId, query: &Query, page: i64) -> Result<Listed<Case>> {
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
    let slice = Slice::new(total.fetch_one(db).await?, PAGE, page);
    let first = slice.skip();
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
    Ok(Listed { rows: rows.into_iter().map(Case::try_from).collect::<Result<_>>()?, slice })
}

/// The cases of some days, the first one first; at most so many.
pub async fn from_days(db: &sqlx::SqlitePool, guild: GuildId, days: &Query, most: i64) -> Result<Vec<Case>> {
    let (from, before) = (days.from, days.before);
    let rows = cases!("WHERE guild_id = ? AND at >= ? AND at < ? ORDER BY number LIMIT ?", guild, from, before, most);
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
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

/// A case as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub kind: Kind,
    pub at: Timestamp,
}

/// The cases that were recorded here from one instant to before another; cases from a file do not count, nor does what
/// AutoMod did, as long as it is no timeout.
pub async fn between(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    before: Timestamp,
) -> Result<Vec<Counted>> {
    let rows = sqlx::query!(
        r#"SELECT kind, at AS "at: Timestamp" FROM cases
           WHERE guild_id = ? AND at >= ? AND at < ? AND import_id IS NULL
             AND NOT (kind = 'note' AND actor_id = ?)"#,
        guild,
        from,
        before,
        AUTOMOD
    );
    let rows = rows.fetch_all(db).await?;
    let counted = rows.into_iter().map(|row| {
        let kind =
            Kind::from_stored(&row.kind).ok_or_else(|| Error::fault(format!("a case of unknown kind {}", row.kind)))?;
        Ok(Counted { kind, at: row.at })
    });
    counted.collect()
}

/// When the first case was recorded here; cases from a file do not count.
pub async fn first(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Timestamp>> {
    let first = sqlx::query_scalar!(
        r#"SELECT min(at) AS "at: Timestamp" FROM cases WHERE guild_id = ? AND import_id IS NULL"#,
        guild
    );
    Ok(first.fetch_one(db).await?)
}

fn severity(number: i64) -> Result<Severity> {
    Severity::from_number(number).ok_or_else(|| Error::fault(format!("an unknown severity {number}")))
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
    delete_seconds: u32,
    entry: Option<i64>,
    pruned: Option<i64>,
    import: Option<ImportId>,
    original: Option<String>,
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
        let kind = Kind::from_stored(&row.kind)
            .ok_or_else(|| Error::fault(format!("case {number} is of unknown kind {}", row.kind)))?;
        let state = ActState::from_stored(&row.act)?;
        let replaced_by = row.act_why.as_deref().filter(|_| state == ActState::Superseded);
        let replaced_by: Option<i64> = replaced_by.and_then(|by| by.parse().ok());
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
            delete_seconds: row.delete_seconds,
            entry: row.entry,
            pruned: row.pruned,
            imported: row.import.map(|import| Imported { import, original: row.original }),
            act: Act {
                state,
                why: row.act_why.filter(|_| replaced_by.is_none()),
                order: row.act_order,
                lift: row.lift_order,
                until: row.act_until,
                asked: row.act_asked,
                lapse: row.lapsed_at.map(|since| Lapse { since, until: row.resumed_at }),
                ended_at: row.ended_at,
                replaced_by,
            },
            log: Log { state: LogState::from_stored(&row.log)?, why: row.log_why, order: row.log_order },
            voided,
        })
    }
}
