//! What the tables say about a person: counted, exported, forgotten, by their entries.
//!
//! Here and in [`expiry`](super::expiry) SQL is made while Steward runs, and nowhere else: of names
//! and conditions that stand in the source, with every value bound. Twenty tables with the same five
//! questions would be a hundred queries that differ in a name, and one of them would be forgotten
//! when a column is added; a test runs every one of these against the schema instead.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::table::{Column, Forget, Format, Of, Person, Shown, Table};
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

/// What there is about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many rows of each kind, by its name, in the order of the tables; kinds without any are left
    /// out.
    pub counts: Vec<(&'static str, i64)>,
    /// The kinds of which nothing is left when the person is forgotten.
    pub goes: Vec<&'static str>,
    /// The grounds on which rows stay then.
    pub grounds: Vec<&'static str>,
}

/// How much there is about a person, and what of it would stay.
pub async fn count(db: &mut SqliteConnection, tables: &[Table], guild: GuildId, member: MemberId) -> Result<Kept> {
    let Kept { mut counts, mut goes, mut grounds } = Kept::default();
    for (table, person) in everyone(tables) {
        let sql = format!("SELECT count(*) FROM {} WHERE {}", table.name, about(table, person));
        let found: i64 =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(member.0).bind(guild.0).fetch_one(&mut *db).await?;
        if found == 0 {
            continue;
        }
        if let Forget::Stays(ground) = person.forget
            && !grounds.contains(&ground)
        {
            grounds.push(ground);
        }
        let Some(Shown { name, .. }) = person.shown else { continue };
        if !matches!(person.forget, Forget::Stays(_)) && !goes.contains(&name) {
            goes.push(name);
        }
        match counts.iter_mut().find(|(counted, _)| *counted == name) {
            Some((_, count)) => *count += found,
            None => counts.push((name, found)),
        }
    }
    Ok(Kept { counts, goes, grounds })
}

/// What there is about a person, row by row, under the names of its kinds.
pub async fn export(
    db: &mut SqliteConnection,
    tables: &[Table],
    guild: GuildId,
    member: MemberId,
) -> Result<BTreeMap<&'static str, Vec<serde_json::Value>>> {
    let mut all = BTreeMap::<&str, Vec<serde_json::Value>>::new();
    for (table, person) in everyone(tables) {
        let Some(Shown { name, fields }) = person.shown else { continue };
        let fields: Vec<String> = fields.iter().map(field).collect();
        let (fields, about) = (fields.join(", "), about(table, person));
        let sql = format!("SELECT json_object({fields}) FROM {} WHERE {about}", table.name);
        let rows: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(member.0).bind(guild.0).fetch_all(&mut *db).await?;
        for row in rows {
            all.entry(name).or_default().push(serde_json::from_str(&row)?);
        }
    }
    Ok(all)
}

/// Forgets a person in a server: rows go, or stay without them, as the entries say.
pub async fn forget(tx: &mut SqliteConnection, tables: &[Table], guild: GuildId, member: MemberId) -> Result<()> {
    for work in tables.iter().filter_map(|table| table.before_forgetting) {
        work(tx, guild, member).await?;
    }
    for (table, person) in everyone(tables) {
        let about = about(table, person);
        let sql = match person.forget {
            Forget::Rows => format!("DELETE FROM {} WHERE {about}", table.name),
            Forget::Set(set) => format!("UPDATE {} SET {set} WHERE {about}", table.name),
            Forget::Stays(_) => continue,
        };
        sqlx::query(AssertSqlSafe(sql)).bind(member.0).bind(guild.0).execute(&mut *tx).await?;
    }
    Ok(())
}

/// Everyone of whom there is something that forgetting would take, with the server; where that belongs
/// to no server, with every one.
pub async fn forgettable(db: &mut SqliteConnection, tables: &[Table]) -> Result<Vec<(GuildId, MemberId)>> {
    let mut all = Vec::new();
    let goes = |person: &Person| !matches!(person.forget, Forget::Stays(_));
    for (table, person) in everyone(tables).filter(|(_, person)| goes(person)) {
        let only = person.only.map_or_else(String::new, |only| format!(" AND ({only})"));
        let (who, name) = (person.who, table.name);
        // What belongs to no server may be about a forgetting in any.
        let (guild, from) = match table.of {
            Of::Server => ("guild_id", name.to_owned()),
            Of::Steward => ("guilds.guild_id", format!("{name}, guilds")),
        };
        let sql = format!("SELECT DISTINCT {guild}, ({who}) FROM {from} WHERE ({who}) IS NOT NULL{only}");
        all.extend(sqlx::query_as::<_, (GuildId, MemberId)>(AssertSqlSafe(sql)).fetch_all(&mut *db).await?);
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The servers where there is anything about a person.
pub async fn servers(db: &mut SqliteConnection, tables: &[Table], member: MemberId) -> Result<Vec<GuildId>> {
    let servers: i64 = sqlx::query_scalar("SELECT count(*) FROM guilds").fetch_one(&mut *db).await?;
    let mut all = BTreeSet::new();
    for (table, person) in everyone(tables).filter(|(table, _)| table.of == Of::Server) {
        // Most hosts have one server, and the first table that knows somebody there is enough.
        if i64::try_from(all.len()).is_ok_and(|found| found >= servers) {
            break;
        }
        let only = person.only.map_or_else(String::new, |only| format!(" AND ({only})"));
        let sql = format!("SELECT DISTINCT guild_id FROM {} WHERE ({}) = ?1{only}", table.name, person.who);
        all.extend(sqlx::query_scalar::<_, GuildId>(AssertSqlSafe(sql)).bind(member.0).fetch_all(&mut *db).await?);
    }
    Ok(all.into_iter().collect())
}

fn everyone(tables: &[Table]) -> impl Iterator<Item = (&Table, &'static Person)> {
    tables.iter().flat_map(|table| table.people.iter().map(move |person| (table, person)))
}

/// The rows about a person: ?1 is who, ?2 the server.
fn about(table: &Table, person: &Person) -> String {
    let server = match table.of {
        Of::Server => "guild_id = ?2",
        // Bound all the same, so that every statement takes the same two.
        Of::Steward => "?2 IS NOT NULL",
    };
    let only = person.only.map_or_else(String::new, |only| format!(" AND ({only})"));
    format!("{server} AND ({}) = ?1{only}", person.who)
}

fn field(Column(name, from, form): &Column) -> String {
    let value = match form {
        Format::Plain => (*from).to_owned(),
        Format::Id => format!("CAST(({from}) AS TEXT)"),
        Format::Time => format!("strftime('%Y-%m-%dT%H:%M:%SZ', ({from}) / 1000, 'unixepoch')"),
        Format::Day => format!("strftime('%Y-%m-%d', ({from}) * 86400, 'unixepoch')"),
    };
    format!("'{name}', {value}")
}
