//! SQL of what people have decided, of forgettings, and of servers that come and go.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::app::consent::Choice;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::table::{Column, Format, Person, Table};
use crate::ids::{GuildId, MemberId};

/// The tables of the feature. What somebody has declined stays declined when they are forgotten.
pub const TABLES: &[Table] = &[
    Table::of_server("privacy_choices").people(&[Person::stays("member_id", "privacy-stays-choice").shown(
        "choices",
        &[
            Column("counted", "json(iif(counted, 'true', 'false'))", Format::Plain),
            Column("thanked", "json(iif(thanked, 'true', 'false'))", Format::Plain),
            Column("since", "at", Format::Time),
        ],
    )]),
    Table::of_steward("privacy_erasures"),
    Table::of_server("privacy_servers"),
    Table::of_steward("privacy_retention"),
];

/// What everyone has decided who has declined something.
pub async fn choices(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, MemberId, Choice)>> {
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", member_id AS "member!: MemberId", counted AS "counted!: bool",
             thanked AS "thanked!: bool" FROM privacy_choices"#
    );
    let rows = rows.fetch_all(db).await?.into_iter();
    Ok(rows.map(|row| (row.guild, row.member, Choice { counted: row.counted, thanked: row.thanked })).collect())
}

/// What a member has decided.
pub async fn choice(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Choice> {
    let choice = sqlx::query_as!(
        Choice,
        r#"SELECT counted AS "counted!: bool", thanked AS "thanked!: bool" FROM privacy_choices
           WHERE guild_id = ? AND member_id = ?"#,
        guild,
        member
    );
    Ok(choice.fetch_optional(db).await?.unwrap_or_default())
}

/// A member has decided; whoever declines nothing is not on record.
pub async fn set_choice(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    choice: Choice,
    now: Timestamp,
) -> Result<()> {
    let Choice { counted, thanked } = choice;
    let query = if choice == Choice::default() {
        sqlx::query!("DELETE FROM privacy_choices WHERE guild_id = ? AND member_id = ?", guild, member)
    } else {
        sqlx::query!(
            "INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (guild_id, member_id) DO UPDATE SET
                 counted = excluded.counted, thanked = excluded.thanked, at = excluded.at",
            guild,
            member,
            counted,
            thanked,
            now
        )
    };
    query.execute(tx).await?;
    Ok(())
}

/// The numbers of the forgettings that this database has gone through.
pub async fn erasures(db: impl SqliteExecutor<'_>) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar!(r#"SELECT erasure_id AS "number!: i64" FROM privacy_erasures"#).fetch_all(db).await?)
}

/// The database has gone through a forgetting; once more changes nothing.
pub async fn insert_erasure(tx: &mut SqliteConnection, number: i64, now: Timestamp) -> Result<()> {
    sqlx::query!("INSERT INTO privacy_erasures (erasure_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", number, now)
        .execute(tx)
        .await?;
    Ok(())
}

/// The servers that Steward was in when it last heard of them.
pub async fn here(db: impl SqliteExecutor<'_>) -> Result<Vec<GuildId>> {
    let here = sqlx::query_scalar!(r#"SELECT guild_id AS "id!: GuildId" FROM privacy_servers WHERE gone_at IS NULL"#);
    Ok(here.fetch_all(db).await?)
}

/// The servers that have removed Steward.
pub async fn gone(db: impl SqliteExecutor<'_>) -> Result<Vec<GuildId>> {
    let gone =
        sqlx::query_scalar!(r#"SELECT guild_id AS "id!: GuildId" FROM privacy_servers WHERE gone_at IS NOT NULL"#);
    Ok(gone.fetch_all(db).await?)
}

/// The servers that were left before anybody took note of it here, and when.
pub async fn left_before(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, Timestamp)>> {
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", left_at AS "at!: Timestamp" FROM guilds
           WHERE left_at IS NOT NULL AND guild_id NOT IN (SELECT guild_id FROM privacy_servers)"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.guild, row.at)).collect())
}

/// Whether Steward is in a server.
pub async fn is_here(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<bool> {
    let here = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM privacy_servers WHERE guild_id = ? AND gone_at IS NULL) AS "here!: bool""#,
        guild
    );
    Ok(here.fetch_one(db).await?)
}

/// Steward is in a server.
pub async fn set_here(tx: &mut SqliteConnection, guild: GuildId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO privacy_servers (guild_id) VALUES (?) ON CONFLICT (guild_id) DO UPDATE SET gone_at = NULL",
        guild
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Steward was removed from a server.
pub async fn set_gone(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO privacy_servers (guild_id, gone_at) VALUES (?, ?)
         ON CONFLICT (guild_id) DO UPDATE SET gone_at = excluded.gone_at",
        guild,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What has had its time is looked for now.
pub async fn set_retained(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO privacy_retention (retention_id, ran_at) VALUES (1, ?)
         ON CONFLICT (retention_id) DO UPDATE SET ran_at = excluded.ran_at",
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}
