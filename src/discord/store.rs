//! SQL of the ledger of IDENTIFYs, of the audit of staff, and of the languages of readers.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::{Field, Form, Person, Rule, Table};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ids::MemberId;

use super::audit::Entry;
use super::ledger::{Connection, Outcome};
use super::outbox;
use super::reader::Reader;

/// The tables of everything that speaks to Discord.
pub const TABLES: &[Table] = &[
    Table::of_steward("discord_identifies"),
    outbox::queue::TABLE,
    outbox::queue::FILES,
    Table::of_steward("readers")
        .people(&[Person::whose("member_id")
            .shown("language", &[Field("language", "locale", Form::Plain), Field("since", "seen_at", Form::Time)])])
        .kept(&[Rule::Delete { days: 400, after: "seen_at", only: None }]),
    Table::of_server("audit")
        .people(&[
            Person::stays("actor_id", "privacy-stays-staff").shown(
                "done_as_staff",
                &[
                    Field("at", "at", Form::Time),
                    Field("what", "action", Form::Plain),
                    Field("about", "subject", Form::Plain),
                ],
            ),
            Person::stays("target_id", "privacy-stays-audit")
                .shown("done_by_staff", &[Field("at", "at", Form::Time), Field("what", "action", Form::Plain)]),
        ])
        .kept(&[Rule::Delete { days: 731, after: "at", only: None }]),
];

/// Allows one connection; the row stands before the connection is made.
pub async fn insert(tx: &mut SqliteConnection, now: Timestamp) -> Result<i64> {
    let row = sqlx::query!("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'allowed')", now);
    Ok(row.execute(tx).await?.last_insert_rowid())
}

/// A connection was made with it.
pub async fn set_used(tx: &mut SqliteConnection, id: i64, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE discord_identifies SET at = ?, outcome = 'used' WHERE identify_id = ?", now, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// An old session went on, which takes no IDENTIFY.
pub async fn insert_resumed(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    sqlx::query!("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'resumed')", now).execute(tx).await?;
    Ok(())
}

/// It led to a session.
pub async fn set_outcome(tx: &mut SqliteConnection, id: i64, outcome: Outcome) -> Result<()> {
    let outcome = outcome.as_str();
    sqlx::query!("UPDATE discord_identifies SET outcome = ? WHERE identify_id = ?", outcome, id).execute(tx).await?;
    Ok(())
}

/// A process that was killed may have used what it was allowed: count it, to be safe.
pub async fn settle_leftovers(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("UPDATE discord_identifies SET outcome = 'used' WHERE outcome = 'allowed'").execute(tx).await?;
    Ok(())
}

/// A connection that was allowed and not needed is taken back at a graceful end.
pub async fn delete_allowed(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("DELETE FROM discord_identifies WHERE outcome = 'allowed'").execute(tx).await?;
    Ok(())
}

/// Connections since an instant, oldest first; older rows are of no use.
pub async fn list(db: impl SqliteExecutor<'_>, since: Timestamp) -> Result<Vec<Connection>> {
    let rows = sqlx::query!(
        r#"SELECT at AS "at!: Timestamp", outcome FROM discord_identifies WHERE at >= ? AND outcome <> 'allowed'
           ORDER BY identify_id"#,
        since
    );
    let rows = rows.fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| Connection { at: row.at, outcome: Outcome::of(&row.outcome) }).collect())
}

/// Forgets what is too old to count.
pub async fn delete_before(tx: &mut SqliteConnection, before: Timestamp) -> Result<()> {
    sqlx::query!("DELETE FROM discord_identifies WHERE at < ?", before).execute(tx).await?;
    Ok(())
}

/// The language a person last used, if they ever did.
pub async fn reader(db: impl SqliteExecutor<'_>, member: MemberId) -> Result<Option<Locale>> {
    let row = sqlx::query_scalar!(r#"SELECT locale AS "locale!: Locale" FROM readers WHERE member_id = ?"#, member);
    Ok(row.fetch_optional(db).await?)
}

/// When a person was last noted in this language, if that is theirs.
pub async fn reader_seen(db: impl SqliteExecutor<'_>, reader: Reader) -> Result<Option<Timestamp>> {
    let seen = sqlx::query_scalar!(
        r#"SELECT seen_at AS "at!: Timestamp" FROM readers WHERE member_id = ? AND locale = ?"#,
        reader.member,
        reader.locale
    );
    Ok(seen.fetch_optional(db).await?)
}

/// A person uses another language than before, or Steward again.
pub async fn set_reader(tx: &mut SqliteConnection, reader: Reader, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO readers (member_id, locale, seen_at) VALUES (?, ?, ?)
         ON CONFLICT (member_id) DO UPDATE SET locale = excluded.locale, seen_at = excluded.seen_at",
        reader.member,
        reader.locale,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Adds to what staff have done.
pub async fn insert_audit(tx: &mut SqliteConnection, entry: &Entry, now: Timestamp) -> Result<()> {
    let Entry { guild, actor, action, target, subject, before, after } = entry;
    sqlx::query!(
        "INSERT INTO audit (guild_id, at, actor_id, action, target_id, subject, before, after)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        guild,
        now,
        actor,
        action,
        target,
        subject,
        before,
        after
    )
    .execute(tx)
    .await?;
    Ok(())
}
