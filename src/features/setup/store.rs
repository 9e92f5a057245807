//! SQL of the servers and their settings.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ids::GuildId;
use crate::text::zone::Zone;

/// What holds in a server.
#[derive(Debug, Clone)]
pub struct Settings {
    pub name: String,
    /// The language of what everyone there reads.
    pub locale: Locale,
    /// Its calendar: where days and weeks begin.
    pub zone: Zone,
}

/// The settings of a server, if Steward knows it.
pub async fn settings(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Settings>> {
    let row =
        sqlx::query!("SELECT name, locale, zone FROM guilds WHERE guild_id = ?", guild).fetch_optional(db).await?;
    let Some(row) = row else { return Ok(None) };
    let zone = Zone::named(&row.zone).ok_or_else(|| Error::fault(format!("unknown zone {}", row.zone)))?;
    let locale = Locale::from_discord(&row.locale).unwrap_or_default();
    Ok(Some(Settings { name: row.name, locale, zone }))
}

/// Notes that Steward is in a server; what was chosen there before stays.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    name: &str,
    locale: Locale,
    now: Timestamp,
) -> Result<()> {
    let locale = locale.code();
    sqlx::query!(
        "INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (guild_id) DO UPDATE SET name = excluded.name, left_at = NULL",
        guild,
        name,
        locale,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A server was renamed.
pub async fn set_name(tx: &mut SqliteConnection, guild: GuildId, name: &str) -> Result<()> {
    sqlx::query!("UPDATE guilds SET name = ? WHERE guild_id = ?", name, guild).execute(tx).await?;
    Ok(())
}

/// Steward was removed from a server.
pub async fn set_left(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE guilds SET left_at = ? WHERE guild_id = ?", now, guild).execute(tx).await?;
    Ok(())
}
