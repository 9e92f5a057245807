//! SQL of what is done to many people at once.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::raids::RaidId;
use crate::features::moderation::{CaseId, Cleanup, MassAct, MassId, MassKind, MassState, MassSummary, MassTarget};
use crate::ids::{ChannelId, GuildId, MemberId};

/// So many of them are named in short.
const NAMED: i64 = 30;

struct MassRow {
    id: MassId,
    guild: GuildId,
    actor: MemberId,
    channel: ChannelId,
    act: String,
    reason: String,
    seconds: Option<i64>,
    delete_seconds: u32,
    single: bool,
    notify: bool,
    cleanup: Option<String>,
    raid: Option<RaidId>,
    state: String,
    decided_by: Option<MemberId>,
    at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl TryFrom<MassRow> for MassAct {
    type Error = crate::error::Error;

    fn try_from(row: MassRow) -> Result<Self> {
        let MassRow { id, guild, actor, channel, reason, seconds, delete_seconds, single, notify, raid, .. } = row;
        let MassRow { decided_by, at, ended_at, .. } = row;
        let (act, state) = (MassKind::from_stored(&row.act)?, MassState::from_stored(&row.state)?);
        let cleanup = row.cleanup.as_deref().map(Cleanup::from_stored).transpose()?;
        Ok(Self {
            id,
            guild,
            actor,
            channel,
            act,
            reason,
            seconds,
            delete_seconds,
            single,
            notify,
            cleanup,
            raid,
            state,
            decided_by,
            at,
            ended_at,
        })
    }
}

/// Whole mass acts: the columns, once for all queries that read them.
macro_rules! mass_acts {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            MassRow,
            r#"SELECT mass_id AS "id!: MassId", guild_id AS "guild: GuildId", actor_id AS "actor: MemberId",
                      channel_id AS "channel: ChannelId", act, reason, seconds, delete_seconds AS "delete_seconds: u32",
                      single AS "single: bool", notify AS "notify: bool", cleanup, raid_id AS "raid: RaidId", state,
                      decided_by AS "decided_by: MemberId", at AS "at: Timestamp", ended_at AS "ended_at: Timestamp"
               FROM mass_acts "# + $tail
            $(, $arg)*
        )
    };
}

/// Notes what is to be done, and to whom.
pub async fn insert_mass(tx: &mut SqliteConnection, new: &MassAct, members: &[MemberId]) -> Result<MassId> {
    let (act, state, cleanup) = (new.act.as_str(), new.state.as_str(), new.cleanup.map(Cleanup::as_str));
    let id = sqlx::query_scalar!(
        r#"INSERT INTO mass_acts (guild_id, actor_id, channel_id, act, reason, seconds, delete_seconds, single, notify,
                                  cleanup, raid_id, state, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING mass_id AS "id!: MassId""#,
        new.guild,
        new.actor,
        new.channel,
        act,
        new.reason,
        new.seconds,
        new.delete_seconds,
        new.single,
        new.notify,
        cleanup,
        new.raid,
        state,
        new.at
    );
    let id = id.fetch_one(&mut *tx).await?;
    let members = serde_json::to_string(members)?;
    let rows = sqlx::query!(
        "INSERT INTO mass_targets (mass_id, guild_id, place, member_id) SELECT ?, ?, key, value FROM json_each(?)",
        id,
        new.guild,
        members
    );
    rows.execute(tx).await?;
    Ok(id)
}

/// What is done to many in this server, if this is one of theirs.
pub async fn mass(db: impl SqliteExecutor<'_>, guild: GuildId, id: MassId) -> Result<Option<MassAct>> {
    let row = mass_acts!("WHERE guild_id = ? AND mass_id = ?", guild, id);
    row.fetch_optional(db).await?.map(MassAct::try_from).transpose()
}

/// What was done to the people of a raid, the first first.
pub async fn masses_of_raid(db: impl SqliteExecutor<'_>, guild: GuildId, raid: RaidId) -> Result<Vec<MassAct>> {
    let rows = mass_acts!("WHERE guild_id = ? AND raid_id = ? ORDER BY mass_id LIMIT 10", guild, raid);
    rows.fetch_all(db).await?.into_iter().map(MassAct::try_from).collect()
}

/// Who has begun a clean-up that is not finished, and when: the latest.
pub async fn running_cleanup(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<(MemberId, Timestamp)>> {
    let row = sqlx::query!(
        r#"SELECT actor_id AS "actor: MemberId", at AS "at: Timestamp" FROM mass_acts
           WHERE guild_id = ? AND cleanup IS NOT NULL AND state = 'running' ORDER BY mass_id DESC LIMIT 1"#,
        guild
    );
    Ok(row.fetch_optional(db).await?.map(|row| (row.actor, row.at)))
}

/// To whom nothing has been done yet, in their order, at most so many.
pub async fn mass_waiting(db: impl SqliteExecutor<'_>, id: MassId, most: i64) -> Result<Vec<MassTarget>> {
    let rows = sqlx::query_as!(
        MassTarget,
        r#"SELECT place, member_id AS "member: MemberId", case_id AS "case: CaseId", why
           FROM mass_targets WHERE mass_id = ? AND case_id IS NULL AND why IS NULL ORDER BY place LIMIT ?"#,
        id,
        most
    );
    Ok(rows.fetch_all(db).await?)
}

/// How far it is.
pub async fn mass_summary(db: &mut SqliteConnection, id: MassId) -> Result<MassSummary> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "people!: i64",
                  count(*) FILTER (WHERE act = 'failed' OR case_id IS NULL AND why IS NOT NULL) AS "not!: i64",
                  count(*) FILTER (WHERE act = 'unknown') AS "unknown!: i64",
                  count(*) FILTER (WHERE act IN ('none', 'waiting') OR case_id IS NULL AND why IS NULL) AS "open!: i64",
                  min(number) AS "first: i64", max(number) AS "last: i64"
           FROM (SELECT mass_targets.case_id, why, cases.act, cases.number
                 FROM mass_targets LEFT JOIN cases ON cases.case_id = mass_targets.case_id
                 WHERE mass_targets.mass_id = ?)"#,
        id
    );
    let row = row.fetch_one(&mut *db).await?;
    let named = sqlx::query_scalar!(
        r#"SELECT member_id AS "member: MemberId" FROM mass_targets WHERE mass_id = ? ORDER BY place LIMIT ?"#,
        id,
        NAMED
    );
    Ok(MassSummary {
        people: row.people,
        done: row.people - row.not - row.unknown - row.open,
        not: row.not,
        unknown: row.unknown,
        open: row.open,
        numbers: row.first.zip(row.last),
        named: named.fetch_all(db).await?,
    })
}

/// Whom it is done to, in their order.
pub async fn mass_targets(db: impl SqliteExecutor<'_>, id: MassId) -> Result<Vec<MassTarget>> {
    let rows = sqlx::query_as!(
        MassTarget,
        r#"SELECT place, member_id AS "member: MemberId", case_id AS "case: CaseId", why
           FROM mass_targets WHERE mass_id = ? ORDER BY place"#,
        id
    );
    Ok(rows.fetch_all(db).await?)
}

/// The case of one of them.
pub async fn mass_case(db: impl SqliteExecutor<'_>, id: MassId, member: MemberId) -> Result<Option<CaseId>> {
    let case = sqlx::query_scalar!(
        r#"SELECT case_id AS "case!: CaseId" FROM mass_targets
           WHERE mass_id = ? AND member_id = ? AND case_id IS NOT NULL"#,
        id,
        member
    );
    Ok(case.fetch_optional(db).await?)
}

/// What a case belongs to, if it was one of many.
pub async fn mass_of(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Option<MassId>> {
    let id = sqlx::query_scalar!(r#"SELECT mass_id AS "id!: MassId" FROM mass_targets WHERE case_id = ?"#, case);
    Ok(id.fetch_optional(db).await?)
}

/// What came of one person, of whom nobody has noted anything yet: a case, or why there is none.
pub async fn set_mass_target(
    tx: &mut SqliteConnection,
    id: MassId,
    place: i64,
    case: Option<CaseId>,
    why: Option<&str>,
) -> Result<()> {
    sqlx::query!("UPDATE mass_targets SET case_id = ?, why = ? WHERE mass_id = ? AND place = ?", case, why, id, place)
        .execute(tx)
        .await?;
    Ok(())
}

/// How far it is; false if it is no longer at `from`.
pub async fn set_mass(
    tx: &mut SqliteConnection,
    id: MassId,
    (from, to): (MassState, MassState),
    by: Option<MemberId>,
    ended_at: Option<Timestamp>,
) -> Result<bool> {
    let (from, to) = (from.as_str(), to.as_str());
    let done = sqlx::query!(
        "UPDATE mass_acts SET state = ?, decided_by = coalesce(?, decided_by), ended_at = ?
         WHERE mass_id = ? AND state = ?",
        to,
        by,
        ended_at,
        id,
        from
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// How many kicks and bans somebody has recorded since an instant, or has begun and not recorded yet. What was done at
/// once to people of a raid does not count.
pub async fn removals_since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    actor: MemberId,
    since: Timestamp,
) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT (SELECT count(*) FROM cases
                   WHERE guild_id = ?1 AND actor_id = ?2 AND kind IN ('kick', 'ban') AND at > ?3
                     AND import_id IS NULL
                     AND NOT EXISTS (SELECT 1 FROM mass_targets JOIN mass_acts USING (mass_id)
                                     WHERE mass_targets.case_id = cases.case_id AND cleanup = 'at_once'))
                + (SELECT count(*) FROM mass_acts JOIN mass_targets USING (mass_id)
                   WHERE mass_acts.guild_id = ?1 AND actor_id = ?2 AND act IN ('kick', 'ban') AND state = 'running'
                     AND cleanup IS NOT 'at_once'
                     AND case_id IS NULL AND why IS NULL) AS "count!: i64""#,
        guild,
        actor,
        since
    );
    Ok(count.fetch_one(db).await?)
}

/// How many people were kicked or banned in the clean-ups of a raid.
pub async fn removed_in_raid(db: impl SqliteExecutor<'_>, raid: RaidId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        "SELECT count(DISTINCT mass_targets.member_id)
         FROM mass_acts JOIN mass_targets USING (mass_id) JOIN cases ON cases.case_id = mass_targets.case_id
         WHERE mass_acts.raid_id = ? AND cases.kind IN ('kick', 'ban') AND cases.act = 'applied'",
        raid
    );
    Ok(count.fetch_one(db).await?)
}
