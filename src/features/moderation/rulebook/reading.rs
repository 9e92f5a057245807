//! The rules of a server, read with its language.

use sqlx::SqliteConnection;

use super::{Problem, RuleId, ServerRule, store};
use crate::error::Result;
use crate::features::setup;
use crate::ids::GuildId;

/// The rules of a server.
pub async fn rules(db: &mut SqliteConnection, guild: GuildId) -> Result<Vec<ServerRule>> {
    let locale = setup::server(&mut *db, guild).await?.locale;
    store::list(db, guild, locale).await
}

/// The rule of this number.
///
/// # Errors
/// Told, if there is none.
pub async fn numbered(db: &mut SqliteConnection, guild: GuildId, number: i64) -> Result<ServerRule> {
    let found = rules(db, guild).await?.into_iter().find(|rule| rule.number == number);
    Ok(found.ok_or(Problem::NoRule(number))?)
}

/// The rule of this row, that a form names, whatever number it has by now.
///
/// # Errors
/// [`Problem::RetiredSince`], if it is none any more.
pub async fn known(db: &mut SqliteConnection, guild: GuildId, id: RuleId) -> Result<ServerRule> {
    let found = rules(db, guild).await?.into_iter().find(|rule| rule.id == id);
    Ok(found.ok_or(Problem::RetiredSince)?)
}
