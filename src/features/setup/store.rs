//! SQL of the servers and their settings.

use std::collections::HashMap;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::discord::outbox::FailureReason;
use crate::error::Result;
use crate::feature::table::{Person, Rule, Table};
use crate::features::setup::{ChangeId, CreationId};
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

use super::Change;
use crate::features::setup::{Creation, Made, State};

/// The tables of the feature. A change is kept as long as it can matter for a calendar, and longer.
pub const TABLES: &[Table] = &[
    Table::of_server("guilds"),
    Table::of_server("settings"),
    Table::of_server("settings_changes").kept(&[Rule::Delete { days: 90, after: "at", only: None }]),
    // Who pressed is of use as long as it can be taken back; what staff did stands in the audit.
    Table::of_server("setup_creations")
        .people(&[Person::stays("actor_id", "privacy-stays-staff")])
        .kept(&[Rule::Delete { days: 90, after: "at", only: None }]),
    Table::of_server("setup_channels"),
];

/// What Discord says of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub name: String,
    pub locale: Locale,
    /// Its own channel for the moderators of a community, if not everyone reads that.
    pub moderators: Option<ChannelId>,
}

/// A server, where Discord has shown it, since when, and everything that was chosen there.
pub async fn server(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
) -> Result<(Option<(Shown, Timestamp)>, HashMap<String, String>)> {
    let row = sqlx::query!(
        r#"SELECT (SELECT name FROM guilds WHERE guild_id = ?1) AS name,
                  (SELECT locale FROM guilds WHERE guild_id = ?1) AS "locale: Locale",
                  (SELECT moderators_channel_id FROM guilds WHERE guild_id = ?1) AS "moderators: ChannelId",
                  (SELECT joined_at FROM guilds WHERE guild_id = ?1) AS "since: Timestamp",
                  (SELECT json_group_object(name, value) FROM settings WHERE guild_id = ?1) AS "chosen!: String""#,
        guild
    );
    let row = row.fetch_one(db).await?;
    let (moderators, chosen) = (row.moderators, serde_json::from_str(&row.chosen)?);
    let shown = row.name.zip(row.locale).map(|(name, locale)| Shown { name, locale, moderators });
    Ok((shown.zip(row.since), chosen))
}

/// What was chosen for a setting, as it is stored; `None` where the default holds.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, name: &str) -> Result<Option<String>> {
    let row = sqlx::query_scalar!("SELECT value FROM settings WHERE guild_id = ? AND name = ?", guild, name);
    Ok(row.fetch_optional(db).await?)
}

/// Everything that was chosen, by the names of the settings.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<HashMap<String, String>> {
    let rows = sqlx::query!("SELECT name, value FROM settings WHERE guild_id = ?", guild).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.value)).collect())
}

/// The servers where at least one of these settings was chosen.
pub async fn guilds_that_chose(db: impl SqliteExecutor<'_>, names: [&str; 3]) -> Result<Vec<GuildId>> {
    let [first, second, third] = names;
    let guilds = sqlx::query_scalar!(
        r#"SELECT DISTINCT guild_id AS "guild: GuildId" FROM settings WHERE name IN (?, ?, ?)"#,
        first,
        second,
        third
    );
    Ok(guilds.fetch_all(db).await?)
}

/// Gives a setting a value; `None` is the default. A feature that has a command of its own for its
/// setting writes it so, in the transaction of what it records of that; nobody else is told of it.
pub async fn set(
    tx: &mut SqliteConnection,
    guild: GuildId,
    name: &str,
    value: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let query = match value {
        Some(value) => sqlx::query!(
            "INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, ?, ?, ?)
             ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value, set_at = excluded.set_at",
            guild,
            name,
            value,
            now
        ),
        None => sqlx::query!("DELETE FROM settings WHERE guild_id = ? AND name = ?", guild, name),
    };
    query.execute(tx).await?;
    Ok(())
}

/// Notes that a setting was changed.
pub async fn insert_change(
    tx: &mut SqliteConnection,
    guild: GuildId,
    name: &str,
    before: Option<String>,
    after: Option<String>,
    at: Timestamp,
) -> Result<Change> {
    let row = sqlx::query!(
        "INSERT INTO settings_changes (guild_id, name, before, after, at) VALUES (?, ?, ?, ?, ?)",
        guild,
        name,
        before,
        after,
        at
    );
    let id = ChangeId(row.execute(tx).await?.last_insert_rowid());
    Ok(Change { id, name: name.to_owned(), before, after, at, undone: false })
}

/// A change in a server.
pub async fn change(db: impl SqliteExecutor<'_>, guild: GuildId, id: ChangeId) -> Result<Option<Change>> {
    let row = sqlx::query_as!(
        Change,
        r#"SELECT change_id AS "id!: ChangeId", name, before, after, at AS "at!: Timestamp",
               undone_at IS NOT NULL AS "undone!: bool"
           FROM settings_changes WHERE guild_id = ? AND change_id = ?"#,
        guild,
        id
    );
    Ok(row.fetch_optional(db).await?)
}

/// The changes of a setting since an instant, oldest first.
pub async fn changes(db: impl SqliteExecutor<'_>, guild: GuildId, name: &str, since: Timestamp) -> Result<Vec<Change>> {
    let rows = sqlx::query_as!(
        Change,
        r#"SELECT change_id AS "id!: ChangeId", name, before, after, at AS "at!: Timestamp",
               undone_at IS NOT NULL AS "undone!: bool"
           FROM settings_changes WHERE guild_id = ? AND name = ? AND at >= ? ORDER BY at, change_id"#,
        guild,
        name,
        since
    );
    Ok(rows.fetch_all(db).await?)
}

/// A change was taken back.
pub async fn set_undone(tx: &mut SqliteConnection, guild: GuildId, id: ChangeId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE settings_changes SET undone_at = ? WHERE guild_id = ? AND change_id = ?", now, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Categories that Steward has made in a server, the latest first.
pub async fn categories(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let made = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel!: ChannelId" FROM setup_channels
           WHERE guild_id = ? AND setting = 'category' AND state IN ('made', 'kept') AND channel_id IS NOT NULL
           ORDER BY creation_id DESC"#,
        guild
    );
    Ok(made.fetch_all(db).await?)
}

/// Whether channels of a server are on their way.
pub async fn is_creating(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<bool> {
    let open = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM setup_channels WHERE guild_id = ? AND state IN ('ordered', 'deleting'))
               AS "open!: bool""#,
        guild
    );
    Ok(open.fetch_one(db).await?)
}

/// Somebody has asked for channels.
pub async fn insert_creation(
    tx: &mut SqliteConnection,
    guild: GuildId,
    actor: MemberId,
    at: Timestamp,
) -> Result<CreationId> {
    let row = sqlx::query!("INSERT INTO setup_creations (guild_id, actor_id, at) VALUES (?, ?, ?)", guild, actor, at);
    Ok(CreationId(row.execute(tx).await?.last_insert_rowid()))
}

/// One of them, on its way by an order.
pub async fn insert_channel(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: CreationId,
    setting: &str,
    name: &str,
    order: OutboxId,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO setup_channels (creation_id, guild_id, setting, name, outbox_id, state)
         VALUES (?, ?, ?, ?, ?, 'ordered')",
        id,
        guild,
        setting,
        name,
        order
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was asked for at once, the category first.
pub async fn creation(tx: &mut SqliteConnection, guild: GuildId, id: CreationId) -> Result<Option<Creation>> {
    let row = sqlx::query!(
        r#"SELECT actor_id AS "actor: MemberId", at AS "at: Timestamp", undone_at IS NOT NULL AS "undone!: bool"
           FROM setup_creations WHERE guild_id = ? AND creation_id = ?"#,
        guild,
        id
    );
    let Some(row) = row.fetch_optional(&mut *tx).await? else { return Ok(None) };
    let channels = sqlx::query!(
        r#"SELECT setting, name, outbox_id AS "order: OutboxId", state AS "state: State",
                  channel_id AS "channel: ChannelId", why
           FROM setup_channels WHERE guild_id = ? AND creation_id = ? ORDER BY outbox_id"#,
        guild,
        id
    );
    let channels = channels.fetch_all(tx).await?.into_iter().map(|row| Made {
        setting: row.setting,
        name: row.name,
        order: row.order,
        state: row.state,
        channel: row.channel,
        why: row.why.as_deref().and_then(FailureReason::from_stored),
    });
    Ok(Some(Creation { id, actor: row.actor, at: row.at, undone: row.undone, channels: channels.collect() }))
}

/// The orders of a creation: to make channels, and to delete them again.
pub async fn orders(db: impl SqliteExecutor<'_>, guild: GuildId, id: CreationId) -> Result<Vec<OutboxId>> {
    let orders = sqlx::query_scalar!(
        r#"SELECT outbox_id AS "id!: OutboxId" FROM outbox WHERE guild_id = ? AND feature = 'setup' AND row_id = ?"#,
        guild,
        id
    );
    Ok(orders.fetch_all(db).await?)
}

/// How far one of the channels is.
pub async fn set_made(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: CreationId,
    setting: &str,
    state: State,
    channel: Option<ChannelId>,
    why: Option<FailureReason>,
) -> Result<()> {
    let why = why.map(FailureReason::as_str);
    sqlx::query!(
        "UPDATE setup_channels SET state = ?, channel_id = ?, why = ?
         WHERE guild_id = ? AND creation_id = ? AND setting = ?",
        state,
        channel,
        why,
        guild,
        id,
        setting
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// They are taken back.
pub async fn set_creation_undone(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: CreationId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!("UPDATE setup_creations SET undone_at = ? WHERE guild_id = ? AND creation_id = ?", now, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes that Steward is in a server; what was chosen there before stays.
pub async fn insert(tx: &mut SqliteConnection, guild: GuildId, shown: &Shown, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO guilds (guild_id, name, locale, moderators_channel_id, joined_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (guild_id) DO UPDATE
         SET name = excluded.name, locale = excluded.locale, moderators_channel_id = excluded.moderators_channel_id,
             left_at = NULL",
        guild,
        shown.name,
        shown.locale,
        shown.moderators,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A server was renamed, or something else that Discord says of it has changed.
pub async fn set_shown(tx: &mut SqliteConnection, guild: GuildId, shown: &Shown) -> Result<()> {
    sqlx::query!(
        "UPDATE guilds SET name = ?, locale = ?, moderators_channel_id = ? WHERE guild_id = ?",
        shown.name,
        shown.locale,
        shown.moderators,
        guild
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Steward was removed from a server.
pub async fn set_left(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE guilds SET left_at = ? WHERE guild_id = ?", now, guild).execute(tx).await?;
    Ok(())
}
