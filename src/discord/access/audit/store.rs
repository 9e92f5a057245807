//! SQL of the audit of staff.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::db::table::{Column, Format, Person, Rule, Table};
use crate::error::Result;

use super::Entry;

/// What staff did is kept for two years.
pub const TABLE: Table = Table::of_server("audit")
    .people(&[
        Person::stays("actor_id", "privacy-stays-staff").shown(
            "done_as_staff",
            &[
                Column("at", "at", Format::Time),
                Column("what", "action", Format::Plain),
                Column("about", "subject", Format::Plain),
            ],
        ),
        Person::stays("target_id", "privacy-stays-audit")
            .shown("done_by_staff", &[Column("at", "at", Format::Time), Column("what", "action", Format::Plain)]),
    ])
    .kept(&[Rule::Delete { days: 731, after: "at", only: None }]);

/// Adds to what staff have done.
pub async fn insert(tx: &mut SqliteConnection, entry: &Entry, now: Timestamp) -> Result<()> {
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
