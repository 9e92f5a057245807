//! Alerts about themes behind which there are many more people than usual.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::feedback::rules::{People, WEEK};
use crate::features::feedback::{Surge, SurgeId, SurgeState, ThemeId};
use crate::ids::{GuildId, MemberId};

/// Whole alerts: the columns, once for all queries that read them.
macro_rules! surges {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Surge,
            r#"SELECT surge_id AS "id!: SurgeId", theme_id AS "theme: ThemeId", people, usual,
                      found_at AS "found: Timestamp", seen_at AS "seen: Timestamp", state AS "state: SurgeState",
                      decided_by AS "decided_by: MemberId"
               FROM feedback_surges "# + $tail
            $(, $arg)*
        )
    };
}

/// Who was behind a theme in the last week, in each of the four before, and before that; each counted once in each.
pub async fn people(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId, now: Timestamp) -> Result<People> {
    let since = [1, 2, 3, 4, 5].map(|weeks| now.minus(WEEK * weeks));
    let row = sqlx::query!(
        r#"SELECT count(DISTINCT member_id) FILTER (WHERE at > ?1) AS "now!: i64",
                  count(DISTINCT member_id) FILTER (WHERE at > ?2 AND at <= ?1) AS "first!: i64",
                  count(DISTINCT member_id) FILTER (WHERE at > ?3 AND at <= ?2) AS "second!: i64",
                  count(DISTINCT member_id) FILTER (WHERE at > ?4 AND at <= ?3) AS "third!: i64",
                  count(DISTINCT member_id) FILTER (WHERE at > ?5 AND at <= ?4) AS "fourth!: i64",
                  count(*) FILTER (WHERE at <= ?1) AS "earlier!: i64"
           FROM feedback_voices WHERE guild_id = ?6 AND theme_id = ?7"#,
        since[0],
        since[1],
        since[2],
        since[3],
        since[4],
        guild,
        theme
    );
    let row = row.fetch_one(db).await?;
    let before = [row.first, row.second, row.third, row.fourth];
    Ok(People { now: row.now, before, is_new: row.earlier == 0 })
}

/// A new alert.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: ThemeId,
    people: &People,
    now: Timestamp,
) -> Result<SurgeId> {
    let usual = people.usual();
    let row = sqlx::query!(
        "INSERT INTO feedback_surges (guild_id, theme_id, people, usual, found_at, seen_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, 'open')",
        guild,
        theme,
        people.now,
        usual,
        now
    );
    Ok(SurgeId(row.execute(tx).await?.last_insert_rowid()))
}

/// An alert of this server, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: SurgeId) -> Result<Option<Surge>> {
    Ok(surges!("WHERE guild_id = ? AND surge_id = ?", guild, id).fetch_optional(db).await?)
}

/// The last alert about a theme.
pub async fn last(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Option<Surge>> {
    let last = surges!("WHERE guild_id = ? AND theme_id = ? ORDER BY found_at DESC, 1 DESC LIMIT 1", guild, theme);
    Ok(last.fetch_optional(db).await?)
}

/// Every alert about a theme.
pub async fn of_theme(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Vec<SurgeId>> {
    let found = sqlx::query_scalar!(
        r#"SELECT surge_id AS "id!: SurgeId" FROM feedback_surges WHERE guild_id = ? AND theme_id = ? ORDER BY 1"#,
        guild,
        theme
    );
    Ok(found.fetch_all(db).await?)
}

/// The theme still surges.
pub async fn set_seen(tx: &mut SqliteConnection, guild: GuildId, id: SurgeId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE feedback_surges SET seen_at = ? WHERE guild_id = ? AND surge_id = ?", now, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Somebody of the team has seen to an alert.
pub async fn set_state(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SurgeId,
    state: SurgeState,
    by: MemberId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_surges SET state = ?, decided_by = ? WHERE guild_id = ? AND surge_id = ?",
        state,
        by,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}
