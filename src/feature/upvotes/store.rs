//! SQL of the upvotes.

use std::collections::HashMap;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::{Column, Format, Person, Rule, Table};
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

use super::Of;

/// They go with the person, with the thing by [`delete`], and after 400 days.
pub const TABLES: &[Table] = &[Table::of_server("upvotes")
    .people(&[Person::whose("member_id")
        .shown("upvotes", &[Column("feature", "feature", Format::Plain), Column("at", "at", Format::Time)])])
    .kept(&[Rule::Delete { days: 400, after: "at", only: None }])];

/// A vote; whether it is new.
pub async fn insert(tx: &mut SqliteConnection, of: Of, member: MemberId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO upvotes (guild_id, feature, row, member_id, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        of.guild,
        of.feature,
        of.row,
        member,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// A vote is taken back; whether there was one.
pub async fn delete_of(tx: &mut SqliteConnection, of: Of, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM upvotes WHERE guild_id = ? AND feature = ? AND row = ? AND member_id = ?",
        of.guild,
        of.feature,
        of.row,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// All votes for something go.
pub async fn delete(tx: &mut SqliteConnection, of: Of) -> Result<()> {
    sqlx::query!("DELETE FROM upvotes WHERE guild_id = ? AND feature = ? AND row = ?", of.guild, of.feature, of.row)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whoever is for one thing is for another too.
pub async fn copy(tx: &mut SqliteConnection, from: Of, into: Of) -> Result<()> {
    sqlx::query!(
        "INSERT INTO upvotes (guild_id, feature, row, member_id, at)
         SELECT guild_id, ?, ?, member_id, at FROM upvotes WHERE guild_id = ? AND feature = ? AND row = ?
         ON CONFLICT DO NOTHING",
        into.feature,
        into.row,
        from.guild,
        from.feature,
        from.row
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Whether a member is for something.
pub async fn has(db: impl SqliteExecutor<'_>, of: Of, member: MemberId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM upvotes WHERE guild_id = ? AND feature = ? AND row = ? AND member_id = ?)
           AS "found!: bool""#,
        of.guild,
        of.feature,
        of.row,
        member
    );
    Ok(found.fetch_one(db).await?)
}

/// How many are for something.
pub async fn count(db: impl SqliteExecutor<'_>, of: Of) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM upvotes WHERE guild_id = ? AND feature = ? AND row = ?"#,
        of.guild,
        of.feature,
        of.row
    );
    Ok(count.fetch_one(db).await?)
}

/// How many are for each of these rows of a feature; those without any vote are left out.
pub async fn counts(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    feature: &str,
    rows: &[i64],
) -> Result<HashMap<i64, i64>> {
    let rows = serde_json::to_string(rows)?;
    let counts = sqlx::query!(
        r#"SELECT row, count(*) AS "count!: i64" FROM upvotes
           WHERE guild_id = ? AND feature = ? AND row IN (SELECT value FROM json_each(?)) GROUP BY row"#,
        guild,
        feature,
        rows
    );
    Ok(counts.fetch_all(db).await?.into_iter().map(|counted| (counted.row, counted.count)).collect())
}

/// The rows of a feature that a member is for, so that their counts follow when the person is forgotten.
pub async fn of_member(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    feature: &str,
    member: MemberId,
) -> Result<Vec<i64>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT row AS "row!: i64" FROM upvotes WHERE guild_id = ? AND feature = ? AND member_id = ? ORDER BY row"#,
        guild,
        feature,
        member
    );
    Ok(rows.fetch_all(db).await?)
}
