//! Themes.

use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::db::numbers;
use crate::error::Result;
use crate::features::feedback::{Counted, NAME, Spoken, Status, TagId, Theme, ThemeId};
use crate::ids::{GuildId, MemberId};

/// Themes on one page of a list.
const PAGE: i64 = 10;
/// How many themes are looked through for one that is meant.
const SEARCHED: i64 = 1_000;

/// Which themes a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    pub status: Option<Status>,
    pub tag: Option<TagId>,
}

/// Whole themes: the columns, once for all queries that read them.
macro_rules! themes {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Theme,
            r#"SELECT theme_id AS "id!: ThemeId", number, title, status AS "status: Status", reason,
                      owner_id AS "owner: MemberId", merged_into AS "merged_into: ThemeId"
               FROM feedback_themes "# + $tail
            $(, $arg)*
        )
    };
}

/// A new theme, under the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, guild: GuildId, title: &str, now: Timestamp) -> Result<ThemeId> {
    let number = numbers::next(tx, guild, NAME).await?;
    let row = sqlx::query!(
        "INSERT INTO feedback_themes (guild_id, number, title, status, created_at) VALUES (?, ?, ?, 'open', ?)",
        guild,
        number,
        title,
        now
    );
    Ok(ThemeId(row.execute(tx).await?.last_insert_rowid()))
}

/// A theme of this server by its row, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: ThemeId) -> Result<Option<Theme>> {
    Ok(themes!("WHERE guild_id = ? AND theme_id = ?", guild, id).fetch_optional(db).await?)
}

/// The theme of this number, if there is one.
pub async fn numbered(db: impl SqliteExecutor<'_>, guild: GuildId, number: i64) -> Result<Option<Theme>> {
    Ok(themes!("WHERE guild_id = ? AND number = ?", guild, number).fetch_optional(db).await?)
}

/// The themes that can be meant: those that are open, then the others, the latest first.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Theme>> {
    let found = themes!("WHERE guild_id = ? ORDER BY closed_at IS NOT NULL, number DESC LIMIT ?", guild, SEARCHED);
    Ok(found.fetch_all(db).await?)
}

/// How many people are behind a theme, each counted once, and how often something was said of it.
pub async fn counts(db: impl SqliteExecutor<'_>, guild: GuildId, id: ThemeId) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"SELECT (SELECT count(DISTINCT member_id) FROM feedback_voices
                   WHERE guild_id = ?1 AND theme_id = ?2) AS "people!: i64",
                  (SELECT count(*) FROM feedback_items WHERE guild_id = ?1 AND theme_id = ?2) AS "items!: i64""#,
        guild,
        id
    );
    let row = row.fetch_one(db).await?;
    Ok((row.people, row.items))
}

/// A page of the themes that a filter lets through, what most people say first; those that are closed come last.
pub async fn list(db: &mut SqliteConnection, guild: GuildId, filter: Filter, page: i64) -> Result<Listed<Counted>> {
    let (status, tag) = (filter.status, filter.tag);
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM feedback_themes
           WHERE guild_id = ?1 AND (?2 IS NULL OR status = ?2)
             AND (?3 IS NULL OR EXISTS (SELECT 1 FROM feedback_items JOIN feedback_item_tags USING (item_id)
                  WHERE feedback_items.theme_id = feedback_themes.theme_id AND tag_id = ?3))"#,
        guild,
        status,
        tag
    );
    let slice = Slice::new(total.fetch_one(&mut *db).await?, PAGE, page);
    let skip = slice.skip();
    let ids = sqlx::query!(
        r#"SELECT theme_id AS "id!: ThemeId",
                  (SELECT count(DISTINCT member_id) FROM feedback_voices
                   WHERE feedback_voices.theme_id = feedback_themes.theme_id) AS "people!: i64",
                  (SELECT count(*) FROM feedback_items
                   WHERE feedback_items.theme_id = feedback_themes.theme_id) AS "items!: i64"
           FROM feedback_themes
           WHERE guild_id = ?1 AND (?2 IS NULL OR status = ?2)
             AND (?3 IS NULL OR EXISTS (SELECT 1 FROM feedback_items JOIN feedback_item_tags USING (item_id)
                  WHERE feedback_items.theme_id = feedback_themes.theme_id AND tag_id = ?3))
           ORDER BY closed_at IS NOT NULL, 2 DESC, 3 DESC, number DESC LIMIT ?4 OFFSET ?5"#,
        guild,
        status,
        tag,
        PAGE,
        skip
    );
    let mut rows = Vec::new();
    for row in ids.fetch_all(&mut *db).await? {
        if let Some(theme) = get(&mut *db, guild, row.id).await? {
            rows.push(Counted { theme, people: row.people, items: row.items });
        }
    }
    Ok(Listed { rows, slice })
}

/// The themes that most people spoke of, or voted for, between the last two of three instants, at most so many; by when
/// it was said, not by when it was tagged.
pub async fn of_week(
    db: &SqlitePool,
    guild: GuildId,
    (before, from, until): (Timestamp, Timestamp, Timestamp),
    most: i64,
) -> Result<Vec<Spoken>> {
    let rows = sqlx::query!(
        r#"SELECT theme_id AS "id!: ThemeId",
                  count(DISTINCT member_id) FILTER (WHERE at >= ?1) AS "people!: i64",
                  count(DISTINCT member_id) FILTER (WHERE at < ?1) AS "before!: i64"
           FROM feedback_voices WHERE guild_id = ?2 AND at >= ?3 AND at < ?4
           GROUP BY theme_id HAVING count(DISTINCT member_id) FILTER (WHERE at >= ?1) > 0
           ORDER BY 2 DESC, 1 LIMIT ?5"#,
        from,
        guild,
        before,
        until,
        most
    );
    let mut found = Vec::new();
    for row in rows.fetch_all(db).await? {
        if let Some(theme) = get(db, guild, row.id).await? {
            found.push(Spoken { theme, people: row.people, before: row.before });
        }
    }
    Ok(found)
}

/// The themes that were shipped between two instants, at most so many, those with the most people behind them first.
pub async fn shipped(
    db: &SqlitePool,
    guild: GuildId,
    from: Timestamp,
    until: Timestamp,
    most: i64,
) -> Result<Vec<Counted>> {
    let themes =
        themes!("WHERE guild_id = ? AND status = 'shipped' AND closed_at >= ? AND closed_at < ?", guild, from, until);
    let mut found = Vec::new();
    for theme in themes.fetch_all(db).await? {
        let (people, items) = counts(db, guild, theme.id).await?;
        found.push(Counted { theme, people, items });
    }
    found.sort_by_key(|one| (std::cmp::Reverse(one.people), one.theme.number));
    found.truncate(usize::try_from(most).unwrap_or(0));
    Ok(found)
}

/// Staff makes something else of it.
pub async fn set_status(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ThemeId,
    status: Status,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let closed = status.is_closed().then_some(now);
    sqlx::query!(
        "UPDATE feedback_themes SET status = ?, reason = ?, merged_into = NULL, closed_at = ?
         WHERE guild_id = ? AND theme_id = ?",
        status,
        reason,
        closed,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Somebody sees to it, or nobody.
pub async fn set_owner(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, owner: Option<MemberId>) -> Result<()> {
    sqlx::query!("UPDATE feedback_themes SET owner_id = ? WHERE guild_id = ? AND theme_id = ?", owner, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// One theme gathers the feedback of another, and of those that were merged into that.
pub async fn merge(
    tx: &mut SqliteConnection,
    guild: GuildId,
    from: ThemeId,
    into: ThemeId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!("UPDATE feedback_items SET theme_id = ? WHERE guild_id = ? AND theme_id = ?", into, guild, from)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "UPDATE feedback_themes SET status = 'duplicate', reason = NULL, merged_into = ?1, closed_at = ?2
         WHERE guild_id = ?3 AND (theme_id = ?4 OR merged_into = ?4)",
        into,
        now,
        guild,
        from
    )
    .execute(tx)
    .await?;
    Ok(())
}
