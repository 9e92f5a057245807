//! SQL of the languages of users.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::{Column, Format, Person, Rule, Table};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ids::MemberId;

use super::UserLocale;

/// The language of whoever has not used Steward for so long is of no use any more.
pub const TABLE: Table = Table::of_steward("readers")
    .people(&[Person::whose("member_id")
        .shown("language", &[Column("language", "locale", Format::Plain), Column("since", "seen_at", Format::Time)])])
    .kept(&[Rule::Delete { days: 400, after: "seen_at", only: None }]);

/// The language a person last used, if they ever did.
pub async fn reader(db: impl SqliteExecutor<'_>, member: MemberId) -> Result<Option<Locale>> {
    let row = sqlx::query_scalar!(r#"SELECT locale AS "locale!: Locale" FROM readers WHERE member_id = ?"#, member);
    Ok(row.fetch_optional(db).await?)
}

/// When a person was last noted in this language, if that is theirs.
pub async fn reader_seen(db: impl SqliteExecutor<'_>, reader: UserLocale) -> Result<Option<Timestamp>> {
    let seen = sqlx::query_scalar!(
        r#"SELECT seen_at AS "at!: Timestamp" FROM readers WHERE member_id = ? AND locale = ?"#,
        reader.member,
        reader.locale
    );
    Ok(seen.fetch_optional(db).await?)
}

/// A person uses another language than before, or Steward again.
pub async fn set_reader(tx: &mut SqliteConnection, reader: UserLocale, now: Timestamp) -> Result<()> {
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
