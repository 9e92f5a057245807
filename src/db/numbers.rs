//! The numbers by which people know things: case #12, poll #3. Each kind of thing counts from 1 in
//! each server, and a number that was given once is never given again, even after its row has gone or
//! an older copy of the database was put back.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::ids::GuildId;

/// Gives out the next number of a kind in a server: 1 first. The kind is the plural of the thing, which
/// is also the name of its table.
///
/// ```no_run
/// use steward::db::numbers;
///
/// # async fn example(tx: &mut sqlx::SqliteConnection, guild: steward::ids::GuildId) -> steward::error::Result<()> {
/// let first = numbers::next(tx, guild, "polls").await?; // 1
/// let second = numbers::next(tx, guild, "polls").await?; // 2
/// # Ok(())
/// # }
/// ```
pub async fn next(tx: &mut SqliteConnection, guild: GuildId, kind: &'static str) -> Result<i64> {
    next_of(tx, guild, kind, 1).await
}

/// Gives out so many numbers in a row, at least one; gives back the first of them.
pub async fn next_of(tx: &mut SqliteConnection, guild: GuildId, kind: &'static str, count: i64) -> Result<i64> {
    let last = sqlx::query_scalar!(
        r#"INSERT INTO numbers (guild_id, kind, last) VALUES (?, ?, ?)
           ON CONFLICT (guild_id, kind) DO UPDATE SET last = last + excluded.last RETURNING last AS "last!: i64""#,
        guild,
        kind,
        count
    );
    Ok(last.fetch_one(tx).await? - count + 1)
}

/// Makes sure that no number up to `last` is given out from now on.
pub(super) async fn raise(tx: &mut SqliteConnection, guild: GuildId, kind: &str, last: i64) -> Result<()> {
    sqlx::query!(
        "INSERT INTO numbers (guild_id, kind, last) VALUES (?, ?, ?)
         ON CONFLICT (guild_id, kind) DO UPDATE SET last = max(last, excluded.last)",
        guild,
        kind,
        last
    )
    .execute(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use sqlx::SqlitePool;

    use super::*;

    const HERE: GuildId = GuildId(1);
    const THERE: GuildId = GuildId(2);

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn each_server_and_each_kind_counts_from_1(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let mut given = Vec::new();
        for (guild, kind) in [(HERE, "cases"), (HERE, "cases"), (HERE, "polls"), (THERE, "cases"), (HERE, "cases")] {
            given.push(next(&mut tx, guild, kind).await.unwrap());
        }
        assert_eq!(given, [1, 2, 1, 1, 3]);
        assert_eq!(next_of(&mut tx, HERE, "cases", 5).await.unwrap(), 4);
        assert_eq!(next(&mut tx, HERE, "cases").await.unwrap(), 9);
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_number_is_raised_and_never_lowered(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        raise(&mut tx, HERE, "polls", 7).await.unwrap();
        raise(&mut tx, HERE, "polls", 3).await.unwrap();
        assert_eq!(next(&mut tx, HERE, "polls").await.unwrap(), 8);
        assert_eq!(next(&mut tx, HERE, "surveys").await.unwrap(), 1, "another kind counts by itself");
    }
}
