//! SQL of cases that were brought in a file.

use std::collections::HashSet;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::moderation::{CaseImport, ImportId, Source};
use crate::ids::{GuildId, MemberId};

/// Notes what a file brings, before its cases are written.
pub async fn insert_import(tx: &mut SqliteConnection, new: &CaseImport) -> Result<ImportId> {
    let source = new.source.as_str();
    let id = sqlx::query_scalar!(
        r#"INSERT INTO case_imports (guild_id, actor_id, source, file, added, first_number, known, left_out,
                                     with_points, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING import_id AS "id!: ImportId""#,
        new.guild,
        new.actor,
        source,
        new.file,
        new.added,
        new.first,
        new.known,
        new.left_out,
        new.with_points,
        new.at
    );
    Ok(id.fetch_one(tx).await?)
}

/// Writes the cases of an import: a list of objects in JSON, each with the columns of its case.
pub async fn insert_imported(tx: &mut SqliteConnection, import: &CaseImport, cases: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, severity, points,
                            points_expire_at, rule, evidence, link, quote, cause, until, voided_at, voided_by,
                            void_reason, import_id, imported_at, original, import_key)
         SELECT ?1, value ->> 'number', value ->> 'kind', value ->> 'member', value ->> 'actor', value ->> 'reason',
                value ->> 'at', value ->> 'severity', value ->> 'points', value ->> 'points_expire_at',
                value ->> 'rule', value ->> 'evidence', value ->> 'link', value ->> 'quote', value ->> 'cause',
                value ->> 'until', value ->> 'voided_at', value ->> 'voided_by', value ->> 'void_reason',
                ?2, ?3, value ->> 'original', value ->> 'key'
         FROM json_each(?4)",
        import.guild,
        import.id,
        import.at,
        cases
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Those of the keys, a list in JSON, under which cases were brought before.
pub async fn imported_keys(db: &mut SqliteConnection, guild: GuildId, keys: &str) -> Result<HashSet<String>> {
    let found = sqlx::query_scalar!(
        r#"SELECT import_key AS "key!" FROM cases
           WHERE guild_id = ? AND import_key IN (SELECT value FROM json_each(?))"#,
        guild,
        keys
    );
    Ok(found.fetch_all(db).await?.into_iter().collect())
}

/// Those of the numbers, a list in JSON, that cases of ours have, with whom they are about and when they were
/// recorded.
pub async fn numbered(
    db: &mut SqliteConnection,
    guild: GuildId,
    numbers: &str,
) -> Result<HashSet<(i64, MemberId, Timestamp)>> {
    let found = sqlx::query!(
        r#"SELECT number, member_id AS "member: MemberId", at AS "at: Timestamp" FROM cases
           WHERE guild_id = ? AND number IN (SELECT value FROM json_each(?))"#,
        guild,
        numbers
    );
    Ok(found.fetch_all(db).await?.into_iter().map(|row| (row.number, row.member, row.at)).collect())
}

/// An import of this server.
pub async fn import(db: impl SqliteExecutor<'_>, guild: GuildId, id: ImportId) -> Result<Option<CaseImport>> {
    let row = sqlx::query!(
        r#"SELECT import_id AS "id!: ImportId", guild_id AS "guild: GuildId", actor_id AS "actor: MemberId", source,
                  file, added, first_number AS first, known, left_out, with_points AS "with_points: bool",
                  at AS "at: Timestamp", undone_at AS "undone_at: Timestamp", undone_by AS "undone_by: MemberId"
           FROM case_imports WHERE guild_id = ? AND import_id = ?"#,
        guild,
        id
    );
    let Some(row) = row.fetch_optional(db).await? else { return Ok(None) };
    Ok(Some(CaseImport {
        id: row.id,
        guild: row.guild,
        actor: row.actor,
        source: Source::from_stored(&row.source)?,
        file: row.file,
        added: row.added,
        first: row.first,
        known: row.known,
        left_out: row.left_out,
        with_points: row.with_points,
        at: row.at,
        undone: row.undone_at.zip(row.undone_by),
    }))
}

/// Voids what an import brought; the same file can be brought again. What was voided before stays so.
pub async fn set_import_undone(
    tx: &mut SqliteConnection,
    import: &CaseImport,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let done = sqlx::query!(
        "UPDATE case_imports SET undone_at = ?, undone_by = ? WHERE import_id = ? AND undone_at IS NULL",
        now,
        by,
        import.id
    );
    if done.execute(&mut *tx).await?.rows_affected() == 0 {
        return Err(Error::fault(format!("import {} was undone before", import.id)));
    }
    sqlx::query!(
        "UPDATE cases SET import_key = NULL,
                voided_by = CASE WHEN voided_at IS NULL THEN ?2 ELSE voided_by END,
                void_reason = CASE WHEN voided_at IS NULL THEN '' ELSE void_reason END,
                voided_at = coalesce(voided_at, ?1)
         WHERE guild_id = ?3 AND import_id = ?4",
        now,
        by,
        import.guild,
        import.id
    )
    .execute(tx)
    .await?;
    Ok(())
}
