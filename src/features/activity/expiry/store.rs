//! SQL of counts that go.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::activity::store;
use crate::features::activity::store::Mondays;
use crate::ids::GuildId;

/// The servers of which anything is counted.
pub async fn guilds(tx: &mut SqliteConnection) -> Result<Vec<GuildId>> {
    Ok(store::guilds(tx).await?.into_iter().map(|(guild, _)| guild).collect())
}

/// The first week whose first day has had its time and whose figures are not stored yet.
pub async fn week_to_freeze(
    tx: &mut SqliteConnection,
    guild: GuildId,
    first_kept: i64,
    imported_before: Timestamp,
) -> Result<Option<i64>> {
    let week = sqlx::query_scalar!(
        r#"SELECT min(week) AS "week: i64" FROM (
               SELECT week FROM activity_channel_weeks WHERE guild_id = ?1 AND week < ?2
               UNION SELECT day - (day + 3) % 7 FROM activity_moves WHERE guild_id = ?1 AND day < ?2) AS old
           WHERE NOT EXISTS (SELECT 1 FROM activity_weeks AS w
                             WHERE w.guild_id = ?1 AND w.week = old.week AND w.figures IS NOT NULL)
             AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                             WHERE i.guild_id = ?1 AND i.week = old.week AND i.imported_at > ?3)"#,
        guild,
        first_kept,
        imported_before
    );
    Ok(week.fetch_one(tx).await?)
}

/// Stores the figures of a week.
pub async fn set_figures(tx: &mut SqliteConnection, guild: GuildId, week: i64, figures: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO activity_weeks (guild_id, week, connections, mutual, figures) VALUES (?, ?, 0, 0, ?)
         ON CONFLICT (guild_id, week) DO UPDATE SET figures = excluded.figures",
        guild,
        week,
        figures
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes what has had its time of weeks whose figures are stored: at most so many rows of each table.
/// Sums of a week go with its first day.
pub async fn delete_old(
    tx: &mut SqliteConnection,
    guild: GuildId,
    first_kept: i64,
    imported_before: Timestamp,
    most: i64,
) -> Result<i64> {
    let days = sqlx::query!(
        "DELETE FROM activity_days WHERE (guild_id, day, channel_id, member_id) IN (
             SELECT d.guild_id, d.day, d.channel_id, d.member_id FROM activity_days AS d
             WHERE d.guild_id = ?1 AND d.day < ?2
               AND EXISTS (SELECT 1 FROM activity_weeks AS w
                           WHERE w.guild_id = ?1 AND w.week = d.day - (d.day + 3) % 7 AND w.figures IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                               WHERE i.guild_id = ?1 AND i.week = d.day - (d.day + 3) % 7 AND i.imported_at > ?3)
             LIMIT ?4)",
        guild,
        first_kept,
        imported_before,
        most
    );
    let mut done = days.execute(&mut *tx).await?.rows_affected();
    // Whether somebody is gone stands in their last move alone, so what goes with that goes before it.
    let firsts = sqlx::query!(
        "DELETE FROM activity_firsts WHERE (guild_id, member_id, channel_id) IN (
             SELECT f.guild_id, f.member_id, f.channel_id
             FROM (SELECT member_id, max(at_ms) AS at_ms, kind, day FROM activity_moves
                   WHERE guild_id = ?1 GROUP BY member_id) AS last
             JOIN activity_firsts AS f ON f.guild_id = ?1 AND f.member_id = last.member_id
             WHERE last.kind <> 'joined' AND last.day < ?2
             LIMIT ?3)",
        guild,
        first_kept,
        most
    );
    let firsts = firsts.execute(&mut *tx).await?.rows_affected();
    if firsts > 0 {
        return Ok(i64::try_from(done + firsts).unwrap_or(i64::MAX));
    }
    let moves = sqlx::query!(
        "DELETE FROM activity_moves WHERE (guild_id, day, member_id, at_ms, kind) IN (
             SELECT d.guild_id, d.day, d.member_id, d.at_ms, d.kind FROM activity_moves AS d
             WHERE d.guild_id = ?1 AND d.day < ?2
               AND EXISTS (SELECT 1 FROM activity_weeks AS w
                           WHERE w.guild_id = ?1 AND w.week = d.day - (d.day + 3) % 7 AND w.figures IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                               WHERE i.guild_id = ?1 AND i.week = d.day - (d.day + 3) % 7 AND i.imported_at > ?3)
             LIMIT ?4)",
        guild,
        first_kept,
        imported_before,
        most
    );
    done += moves.execute(&mut *tx).await?.rows_affected();
    let members = sqlx::query!(
        "DELETE FROM activity_member_weeks WHERE (guild_id, week, member_id) IN (
             SELECT d.guild_id, d.week, d.member_id FROM activity_member_weeks AS d
             WHERE d.guild_id = ?1 AND d.week < ?2
               AND EXISTS (SELECT 1 FROM activity_weeks AS w
                           WHERE w.guild_id = ?1 AND w.week = d.week AND w.figures IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                               WHERE i.guild_id = ?1 AND i.week = d.week AND i.imported_at > ?3)
             LIMIT ?4)",
        guild,
        first_kept,
        imported_before,
        most
    );
    done += members.execute(&mut *tx).await?.rows_affected();
    let channels = sqlx::query!(
        "DELETE FROM activity_channel_weeks WHERE (guild_id, week, channel_id) IN (
             SELECT d.guild_id, d.week, d.channel_id FROM activity_channel_weeks AS d
             WHERE d.guild_id = ?1 AND d.week < ?2
               AND EXISTS (SELECT 1 FROM activity_weeks AS w
                           WHERE w.guild_id = ?1 AND w.week = d.week AND w.figures IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                               WHERE i.guild_id = ?1 AND i.week = d.week AND i.imported_at > ?3)
             LIMIT ?4)",
        guild,
        first_kept,
        imported_before,
        most
    );
    done += channels.execute(&mut *tx).await?.rows_affected();
    // Their week is one of UTC: it goes as soon as its first day has had its time. A week in which nobody
    // but bots wrote has no figures.
    let messages = sqlx::query!(
        "DELETE FROM activity_messages WHERE rowid IN (
             SELECT m.rowid FROM activity_messages AS m
             WHERE m.guild_id = ?1 AND m.week < ?2
               AND (EXISTS (SELECT 1 FROM activity_weeks AS w
                            WHERE w.guild_id = ?1 AND w.week = m.week AND w.figures IS NOT NULL)
                    OR NOT EXISTS (SELECT 1 FROM activity_channel_weeks AS c WHERE c.guild_id = ?1 AND c.week = m.week))
               AND NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                               WHERE i.guild_id = ?1 AND i.week = m.week AND i.imported_at > ?3)
             LIMIT ?4)",
        guild,
        first_kept,
        imported_before,
        most
    );
    done += messages.execute(&mut *tx).await?.rows_affected();
    let authors = sqlx::query!(
        "DELETE FROM activity_authors WHERE (guild_id, member_id) IN (
             SELECT a.guild_id, a.member_id FROM activity_authors AS a
             WHERE a.guild_id = ?1 AND a.week < ?2
               AND NOT EXISTS (SELECT 1 FROM activity_messages AS m WHERE m.guild_id = ?1 AND m.week <= a.week)
             LIMIT ?3)",
        guild,
        first_kept,
        most
    );
    done += authors.execute(tx).await?.rows_affected();
    Ok(i64::try_from(done).unwrap_or(i64::MAX))
}

/// The first week whose connections have had their time.
pub async fn week_of_connections(
    tx: &mut SqliteConnection,
    guild: GuildId,
    first_kept: i64,
    imported_before: Timestamp,
) -> Result<Option<i64>> {
    let week = sqlx::query_scalar!(
        r#"SELECT min(week) AS "week: i64" FROM (
               SELECT DISTINCT week FROM connections WHERE guild_id = ?1 AND week < ?2) AS old
           WHERE NOT EXISTS (SELECT 1 FROM activity_imported_weeks AS i
                             WHERE i.guild_id = ?1 AND i.week = old.week AND i.imported_at > ?3)"#,
        guild,
        first_kept,
        imported_before
    );
    Ok(week.fetch_one(tx).await?)
}

/// Stores how many connections a week had. What is stored already was more, or the same: rows go piece
/// by piece, and a later import brings only a part.
pub async fn set_connections(tx: &mut SqliteConnection, guild: GuildId, week: i64) -> Result<()> {
    let sums = store::connection_sums(&mut *tx, guild, Mondays { first: week, last: week }).await?;
    let (connections, mutual) = sums.first().map_or((0, 0), |sum| (sum.connections, sum.mutual));
    sqlx::query!(
        "INSERT INTO activity_weeks (guild_id, week, connections, mutual) VALUES (?, ?, ?, ?)
         ON CONFLICT (guild_id, week) DO UPDATE SET connections = max(connections, excluded.connections),
             mutual = max(mutual, excluded.mutual)",
        guild,
        week,
        connections,
        mutual
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes at most so many connections of a week.
pub async fn delete_connections(tx: &mut SqliteConnection, guild: GuildId, week: i64, most: i64) -> Result<i64> {
    let done = sqlx::query!(
        "DELETE FROM connections WHERE (guild_id, week, author_id, target_id) IN (
             SELECT guild_id, week, author_id, target_id FROM connections WHERE guild_id = ?1 AND week = ?2 LIMIT ?3)",
        guild,
        week,
        most
    );
    Ok(i64::try_from(done.execute(tx).await?.rows_affected()).unwrap_or(i64::MAX))
}

/// Removes at most so many first messages of members whose last move was to leave, before an instant.
pub async fn delete_firsts(tx: &mut SqliteConnection, left_before: Timestamp, most: i64) -> Result<i64> {
    let done = sqlx::query!(
        "DELETE FROM activity_firsts WHERE (guild_id, member_id, channel_id) IN (
             SELECT f.guild_id, f.member_id, f.channel_id
             FROM (SELECT guild_id, member_id, max(at_ms) AS at_ms, kind FROM activity_moves
                   GROUP BY guild_id, member_id) AS last
             JOIN activity_firsts AS f ON f.guild_id = last.guild_id AND f.member_id = last.member_id
             WHERE last.kind <> 'joined' AND last.at_ms <= ?1
             LIMIT ?2)",
        left_before,
        most
    );
    Ok(i64::try_from(done.execute(tx).await?.rows_affected()).unwrap_or(i64::MAX))
}
