//! The secret addresses of calendars that people subscribe to.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::ids::{GuildId, MemberId};

/// The member of the address of a whole server: no id of Discord's is zero.
const EVERYONE: MemberId = MemberId(0);

/// An address stays until it is renewed, or nobody has asked there for 400 days.
pub const TABLE: Table = Table::of_server("event_feeds")
    .people(&[Person::whose("member_id")
        .only("member_id <> 0")
        .shown("event_feeds", &[Column("made_at", "made_at", Format::Time)])])
    .kept(&[Rule::Delete { days: 400, after: "used_at", only: None }]);

/// Whose events an address gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Everything that everyone in the server sees.
    Everyone,
    /// What one member is signed up for.
    Member(MemberId),
}

impl Whose {
    const fn stored(self) -> MemberId {
        match self {
            Self::Everyone => EVERYONE,
            Self::Member(member) => member,
        }
    }
}

/// The secret part of an address, if there is one.
pub async fn secret(db: impl SqliteExecutor<'_>, guild: GuildId, whose: Whose) -> Result<Option<String>> {
    let member = whose.stored();
    let secret =
        sqlx::query_scalar!("SELECT secret FROM event_feeds WHERE guild_id = ? AND member_id = ?", guild, member);
    Ok(secret.fetch_optional(db).await?)
}

/// Sets the secret part of an address; the one before leads nowhere from then on.
pub async fn set_secret(
    tx: &mut SqliteConnection,
    guild: GuildId,
    whose: Whose,
    secret: &str,
    now: Timestamp,
) -> Result<()> {
    let member = whose.stored();
    sqlx::query!(
        "INSERT INTO event_feeds (guild_id, member_id, secret, made_at, used_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (guild_id, member_id) DO UPDATE
         SET secret = excluded.secret, made_at = excluded.made_at, used_at = excluded.used_at",
        guild,
        member,
        secret,
        now,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What a secret leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub guild: GuildId,
    pub whose: Whose,
    /// When a program last asked there, to a day.
    pub used: Timestamp,
}

/// Whose events a secret gives, and in which server.
pub async fn find(db: impl SqliteExecutor<'_>, secret: &str) -> Result<Option<Found>> {
    let found = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", member_id AS "member!: MemberId", used_at AS "used!: Timestamp"
           FROM event_feeds WHERE secret = ?"#,
        secret
    );
    let found = found.fetch_optional(db).await?;
    Ok(found.map(|row| {
        let whose = if row.member == EVERYONE { Whose::Everyone } else { Whose::Member(row.member) };
        Found { guild: row.guild, whose, used: row.used }
    }))
}

/// A program has asked there.
pub async fn set_used(tx: &mut SqliteConnection, secret: &str, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE event_feeds SET used_at = ? WHERE secret = ?", now, secret).execute(tx).await?;
    Ok(())
}
