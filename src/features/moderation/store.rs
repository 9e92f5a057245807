//! SQL of the cases.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::ids::{GuildId, MemberId};

use super::rules::Query;
use super::{Case, Draft, Kind};

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

/// Records a case under the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, draft: &Draft) -> Result<Case> {
    let number = sqlx::query_scalar!(
        r#"INSERT INTO case_numbers (guild_id, last) VALUES (?, 1)
           ON CONFLICT (guild_id) DO UPDATE SET last = last + 1 RETURNING last AS "last!: i64""#,
        draft.guild
    );
    let number = number.fetch_one(&mut *tx).await?;
    let kind = draft.kind.as_str();
    sqlx::query!(
        "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        draft.guild,
        number,
        kind,
        draft.member,
        draft.actor,
        draft.reason,
        draft.at
    )
    .execute(tx)
    .await?;
    let Draft { kind, member, actor, reason, at, .. } = draft.clone();
    Ok(Case { number, kind, member, actor, reason, at })
}

/// The case of this number, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, number: i64) -> Result<Option<Case>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT number, kind, member_id AS "member: MemberId", actor_id AS "actor: MemberId", reason,
                  at AS "at: Timestamp"
           FROM cases WHERE guild_id = ? AND number = ?"#,
        guild,
        number
    );
    row.fetch_optional(db).await?.map(Case::try_from).transpose()
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
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT number, kind, member_id AS "member: MemberId", actor_id AS "actor: MemberId", reason,
                  at AS "at: Timestamp"
           FROM cases
           WHERE guild_id = ?1 AND (?2 IS NULL OR member_id = ?2) AND (?3 IS NULL OR kind = ?3)
             AND (?4 IS NULL OR actor_id = ?4) AND at >= ?5 AND at < ?6
           ORDER BY number DESC LIMIT ?7 OFFSET ?8"#,
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

struct Row {
    number: i64,
    kind: String,
    member: MemberId,
    actor: MemberId,
    reason: String,
    at: Timestamp,
}

impl TryFrom<Row> for Case {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { number, kind, member, actor, reason, at } = row;
        let kind = Kind::of(&kind).ok_or_else(|| Error::fault(format!("case {number} is of unknown kind {kind}")))?;
        Ok(Self { number, kind, member, actor, reason, at })
    }
}
