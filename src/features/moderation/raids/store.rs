//! SQL of raids, and what their tables say about people.

use serde::Serialize;
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::{Join, Pause, PauseId, PauseState, Paused, Raid, RaidId, RaidState};
use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::error::{Error, Result};
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::ids::{GuildId, MemberId};

/// People on one page of a list.
const PAGE: i64 = 20;
/// So many joins of one server are kept.
const MOST: i64 = 50_000;
/// The ground on which what somebody did as staff stays.
const STAFF: &str = "privacy-stays-staff";

const JOINED: &[Column] =
    &[Column("joined_at", "at", Format::Time), Column("has_written_since", "wrote", Format::Plain)];

/// Joins go after a week. Raids say how many joined, and not who.
pub const TABLES: &[Table] =
    &[
        Table::of_server("raids")
            .people(&[Person::stays("started_by", STAFF), Person::stays("ended_by", STAFF)])
            .kept(&[Rule::Delete { days: 730, after: "ended_at", only: None }]),
        Table::of_server("raid_joins")
            .people(&[Person::whose("member_id").shown("joins", JOINED)])
            .kept(&[Rule::Delete { days: 7, after: "at", only: None }]),
        Table::of_server("raid_pauses").people(&[Person::stays("actor_id", STAFF)]).kept(&[Rule::Delete {
            days: 730,
            after: "at",
            only: None,
        }]),
    ];

/// Whole raids: the columns, once for all queries that read them.
macro_rules! raids {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Raid,
            r#"SELECT raid_id AS "id!: RaidId", guild_id AS "guild: GuildId", state AS "state: RaidState",
                      since AS "since: Timestamp", started_by AS "started_by: MemberId",
                      noticed_at AS "noticed: Timestamp", rush_at AS "rush: Timestamp", usual, joined,
                      ended_by AS "ended_by: MemberId", ended_at AS "ended: Timestamp"
               FROM raids "# + $tail
            $(, $arg)*
        )
    };
}

/// A raid of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: RaidId) -> Result<Option<Raid>> {
    Ok(raids!("WHERE guild_id = ? AND raid_id = ?", guild, id).fetch_optional(db).await?)
}

/// The same where it is known to be there.
pub async fn known(db: impl SqliteExecutor<'_>, guild: GuildId, id: RaidId) -> Result<Raid> {
    get(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no raid {id}")))
}

/// The raid that is open.
pub async fn open(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Raid>> {
    Ok(raids!("WHERE guild_id = ? AND state = 'open'", guild).fetch_optional(db).await?)
}

/// The raid that was noted last, whatever has become of it.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Raid>> {
    Ok(raids!("WHERE guild_id = ? ORDER BY raid_id DESC LIMIT 1", guild).fetch_optional(db).await?)
}

/// Raids whose rush reached into a stretch of time, and which staff have not dismissed.
pub async fn between(db: impl SqliteExecutor<'_>, guild: GuildId, from: Timestamp, to: Timestamp) -> Result<Vec<Raid>> {
    let rows = raids!(
        "WHERE guild_id = ? AND since < ? AND rush_at >= ? AND state <> 'dismissed' ORDER BY since",
        guild,
        to,
        from
    );
    Ok(rows.fetch_all(db).await?)
}

/// Notes a raid that begins.
pub async fn insert(tx: &mut SqliteConnection, raid: &Raid) -> Result<RaidId> {
    let row = sqlx::query!(
        "INSERT INTO raids (guild_id, state, since, started_by, noticed_at, rush_at, usual, joined)
         VALUES (?, 'open', ?, ?, ?, ?, ?, ?)",
        raid.guild,
        raid.since,
        raid.started_by,
        raid.noticed,
        raid.rush,
        raid.usual,
        raid.joined
    );
    Ok(RaidId(row.execute(tx).await?.last_insert_rowid()))
}

/// The rush is seen; from the first time on Steward knows of the raid itself.
pub async fn set_rush(tx: &mut SqliteConnection, id: RaidId, at: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE raids SET rush_at = max(rush_at, ?1), noticed_at = coalesce(noticed_at, ?1) WHERE raid_id = ?2",
        at,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A raid is over, or none; false, if somebody was faster.
pub async fn set_ended(
    tx: &mut SqliteConnection,
    id: RaidId,
    state: RaidState,
    by: Option<MemberId>,
    at: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE raids SET state = ?, ended_by = ?, ended_at = ? WHERE raid_id = ? AND state = 'open'",
        state,
        by,
        at,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// A join as it is written, many at once.
#[derive(Serialize)]
struct NewJoin {
    guild: i64,
    member: i64,
    at: i64,
}

/// Notes who has joined; whoever joins again counts once, with the later time. Of a server that has more than are kept
/// the oldest go.
pub async fn insert_joins(
    tx: &mut SqliteConnection,
    guild: GuildId,
    joins: &[(MemberId, Timestamp)],
    raid: Option<RaidId>,
) -> Result<()> {
    let new =
        |(member, at): &(MemberId, Timestamp)| NewJoin { guild: guild.get(), member: member.get(), at: at.millis() };
    let rows = serde_json::to_string(&joins.iter().map(new).collect::<Vec<_>>())?;
    // "WHERE true" keeps SQLite from taking ON for a part of the join.
    sqlx::query!(
        "INSERT INTO raid_joins (guild_id, member_id, at, raid_id)
         SELECT value ->> 'guild', value ->> 'member', value ->> 'at', ?2 FROM json_each(?1) WHERE true
         ON CONFLICT (guild_id, member_id) DO UPDATE
         SET at = excluded.at, raid_id = excluded.raid_id, wrote = 0 WHERE excluded.at > raid_joins.at",
        rows,
        raid
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM raid_joins
         WHERE guild_id = ?1
           AND at < (SELECT at FROM raid_joins WHERE guild_id = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)",
        guild,
        MOST
    )
    .execute(&mut *tx)
    .await?;
    if let Some(raid) = raid {
        count_joined(tx, raid).await?;
    }
    Ok(())
}

/// When somebody last joined, as far as that is kept.
pub async fn last_join(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Timestamp>> {
    let last = sqlx::query_scalar!(r#"SELECT max(at) AS "at: Timestamp" FROM raid_joins WHERE guild_id = ?"#, guild);
    Ok(last.fetch_one(db).await?)
}

/// What was written in a week, with and without the people whom the clean-ups of a raid have removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub people: i64,
    pub messages: i64,
    pub others: i64,
    pub messages_of_others: i64,
}

/// Sums up what was written between two days, both included, in a week of a raid.
pub async fn written(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    raid: RaidId,
    (from, to): (i64, i64),
) -> Result<Written> {
    let row = sqlx::query!(
        r#"WITH removed AS MATERIALIZED (
               SELECT mass_targets.member_id
               FROM mass_acts JOIN mass_targets USING (mass_id) JOIN cases ON cases.case_id = mass_targets.case_id
               WHERE mass_acts.raid_id = ?1 AND cases.kind IN ('kick', 'ban') AND cases.act = 'applied')
           SELECT count(DISTINCT member_id) AS "people!: i64", coalesce(sum(messages), 0) AS "messages!: i64",
                  count(DISTINCT member_id) FILTER (WHERE member_id NOT IN (SELECT member_id FROM removed))
                      AS "others!: i64",
                  coalesce(sum(messages) FILTER (WHERE member_id NOT IN (SELECT member_id FROM removed)), 0)
                      AS "messages_of_others!: i64"
           FROM activity_days WHERE guild_id = ?2 AND day BETWEEN ?3 AND ?4 AND messages > 0"#,
        raid,
        guild,
        from,
        to
    );
    let row = row.fetch_one(db).await?;
    let (others, messages_of_others) = (row.others, row.messages_of_others);
    Ok(Written { people: row.people, messages: row.messages, others, messages_of_others })
}

/// Those who joined since an instant came with a raid.
pub async fn set_raid_of_joins(
    tx: &mut SqliteConnection,
    guild: GuildId,
    since: Timestamp,
    raid: RaidId,
) -> Result<()> {
    sqlx::query!("UPDATE raid_joins SET raid_id = ? WHERE guild_id = ? AND at >= ?", raid, guild, since)
        .execute(&mut *tx)
        .await?;
    count_joined(tx, raid).await
}

/// Counts who joined in a raid, as long as that is kept; it never becomes less.
async fn count_joined(tx: &mut SqliteConnection, raid: RaidId) -> Result<()> {
    sqlx::query!(
        "UPDATE raids SET joined = max(joined, (SELECT count(*) FROM raid_joins WHERE raid_joins.raid_id = ?1))
         WHERE raid_id = ?1",
        raid
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It was no raid: whoever joined then is part of what is usual.
pub async fn release_joins(tx: &mut SqliteConnection, raid: RaidId) -> Result<()> {
    sqlx::query!("UPDATE raid_joins SET raid_id = NULL WHERE raid_id = ?", raid).execute(tx).await?;
    Ok(())
}

/// These people have written something since they joined.
pub async fn set_wrote(tx: &mut SqliteConnection, guild: GuildId, members: &[MemberId]) -> Result<()> {
    let ids = serde_json::to_string(members)?;
    sqlx::query!(
        "UPDATE raid_joins SET wrote = 1
         WHERE guild_id = ? AND wrote = 0 AND member_id IN (SELECT value FROM json_each(?))",
        guild,
        ids
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Who joined lately and has written nothing, in all servers.
pub async fn silent(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, MemberId, Timestamp)>> {
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild: GuildId", member_id AS "member: MemberId", at AS "at: Timestamp"
           FROM raid_joins WHERE wrote = 0"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.guild, row.member, row.at)).collect())
}

/// How many joined after an instant and up to another, and when the first of them did.
pub async fn count_joins(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    after: Timestamp,
    to: Timestamp,
) -> Result<(i64, Option<Timestamp>)> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "count!: i64", min(at) AS "first: Timestamp" FROM raid_joins
           WHERE guild_id = ? AND at > ? AND at <= ?"#,
        guild,
        after,
        to
    );
    let row = row.fetch_one(db).await?;
    Ok((row.count, row.first))
}

/// How many joined in no raid since an instant and before another, and when the first did whom anybody knows of.
pub async fn count_usual(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    to: Timestamp,
) -> Result<(i64, Option<Timestamp>)> {
    let row = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE raid_id IS NULL) AS "count!: i64", min(at) AS "first: Timestamp"
           FROM raid_joins WHERE guild_id = ? AND at >= ? AND at < ?"#,
        guild,
        from,
        to
    );
    let row = row.fetch_one(db).await?;
    Ok((row.count, row.first))
}

/// What is known of those who joined in a raid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many of them are kept.
    pub kept: i64,
    /// How many have written something.
    pub wrote: i64,
    /// How many had an account that was less than a week old.
    pub young: i64,
}

/// Sums up who joined in a raid.
pub async fn sums(db: impl SqliteExecutor<'_>, raid: RaidId) -> Result<Sums> {
    // An id says when its account was opened: the milliseconds since Discord's first, times 2^22.
    let row = sqlx::query!(
        r#"SELECT count(*) AS "kept!: i64", count(*) FILTER (WHERE wrote = 1) AS "wrote!: i64",
                  count(*) FILTER (WHERE at - ((member_id >> 22) + 1420070400000) < 604800000) AS "young!: i64"
           FROM raid_joins WHERE raid_id = ?"#,
        raid
    );
    let row = row.fetch_one(db).await?;
    Ok(Sums { kept: row.kept, wrote: row.wrote, young: row.young })
}

/// Who joined in a raid, the latest first, a page at a time.
pub async fn joins(db: &SqlitePool, raid: RaidId, page: i64) -> Result<Listed<Join>> {
    let total = sqlx::query_scalar!("SELECT count(*) FROM raid_joins WHERE raid_id = ?", raid).fetch_one(db).await?;
    let slice = Slice::new(total, PAGE, page);
    let skip = slice.skip();
    let rows = sqlx::query_as!(
        Join,
        r#"SELECT member_id AS "member: MemberId", at AS "at: Timestamp", wrote AS "wrote: bool" FROM raid_joins
           WHERE raid_id = ? ORDER BY at DESC, member_id DESC LIMIT ? OFFSET ?"#,
        raid,
        PAGE,
        skip
    );
    Ok(Listed { rows: rows.fetch_all(db).await?, slice })
}

/// Who joined in a raid, in the order in which they came.
pub async fn all_joins(db: impl SqliteExecutor<'_>, raid: RaidId) -> Result<Vec<Join>> {
    let rows = sqlx::query_as!(
        Join,
        r#"SELECT member_id AS "member: MemberId", at AS "at: Timestamp", wrote AS "wrote: bool" FROM raid_joins
           WHERE raid_id = ? ORDER BY at, member_id"#,
        raid
    );
    Ok(rows.fetch_all(db).await?)
}

/// Who joined since an instant, in the order in which they came.
pub async fn joins_since(db: impl SqliteExecutor<'_>, guild: GuildId, since: Timestamp) -> Result<Vec<Join>> {
    let rows = sqlx::query_as!(
        Join,
        r#"SELECT member_id AS "member: MemberId", at AS "at: Timestamp", wrote AS "wrote: bool" FROM raid_joins
           WHERE guild_id = ? AND at >= ? ORDER BY at, member_id"#,
        guild,
        since
    );
    Ok(rows.fetch_all(db).await?)
}

/// Notes what is paused.
pub async fn insert_pause(tx: &mut SqliteConnection, guild: GuildId, pause: &Pause) -> Result<PauseId> {
    let row = sqlx::query!(
        "INSERT INTO raid_pauses (guild_id, raid_id, what, actor_id, at, until, state) VALUES (?, ?, ?, ?, ?, ?, ?)",
        guild,
        pause.raid,
        pause.what,
        pause.actor,
        pause.at,
        pause.until,
        pause.state
    );
    Ok(PauseId(row.execute(tx).await?.last_insert_rowid()))
}

/// What became of a pause.
pub async fn set_pause(tx: &mut SqliteConnection, id: PauseId, state: PauseState, why: Option<&str>) -> Result<()> {
    sqlx::query!("UPDATE raid_pauses SET state = ?, why = ? WHERE pause_id = ?", state, why, id).execute(tx).await?;
    Ok(())
}

/// The raid of a pause.
pub async fn raid_of_pause(db: impl SqliteExecutor<'_>, id: PauseId) -> Result<Option<RaidId>> {
    let raid = sqlx::query_scalar!(r#"SELECT raid_id AS "raid: RaidId" FROM raid_pauses WHERE pause_id = ?"#, id);
    Ok(raid.fetch_optional(db).await?)
}

/// What was paused last in a raid: invites, then direct messages, as far as either was.
pub async fn pauses(db: impl SqliteExecutor<'_>, raid: RaidId) -> Result<Vec<Pause>> {
    let rows = sqlx::query_as!(
        Pause,
        r#"SELECT pause_id AS "id!: PauseId", raid_id AS "raid: RaidId", what AS "what: Paused",
                  actor_id AS "actor: MemberId", at AS "at: Timestamp", until AS "until: Timestamp",
                  state AS "state: PauseState", why
           FROM raid_pauses AS this
           WHERE raid_id = ? AND NOT EXISTS (SELECT 1 FROM raid_pauses AS later
                                             WHERE later.raid_id = this.raid_id AND later.what = this.what
                                               AND later.pause_id > this.pause_id)
           ORDER BY what DESC"#,
        raid
    );
    Ok(rows.fetch_all(db).await?)
}
