//! SQL of what is done to many people at once.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{CaseId, MassAct, MassId, MassKind, MassState, MassTarget};
use crate::ids::{ChannelId, GuildId, MemberId};

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
    state: String,
    decided_by: Option<MemberId>,
    at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl TryFrom<MassRow> for MassAct {
    type Error = crate::error::Error;

    fn try_from(row: MassRow) -> Result<Self> {
        let MassRow { id, guild, actor, channel, reason, seconds, delete_seconds, single, notify, .. } = row;
        let MassRow { decided_by, at, ended_at, .. } = row;
        let (act, state) = (MassKind::from_stored(&row.act)?, MassState::from_stored(&row.state)?);
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
            state,
            decided_by,
            at,
            ended_at,
        })
    }
}

/// Notes what is to be done, and to whom.
pub async fn insert_mass(tx: &mut SqliteConnection, new: &MassAct, members: &[MemberId]) -> Result<MassId> {
    let (act, state) = (new.act.as_str(), new.state.as_str());
    let id = sqlx::query_scalar!(
        r#"INSERT INTO mass_acts (guild_id, actor_id, channel_id, act, reason, seconds, delete_seconds, single, notify,
                                  state, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING mass_id AS "id!: MassId""#,
        new.guild,
        new.actor,
        new.channel,
        act,
        new.reason,
        new.seconds,
        new.delete_seconds,
        new.single,
        new.notify,
        state,
        new.at
    );
    let id = id.fetch_one(&mut *tx).await?;
    for (place, member) in members.iter().enumerate() {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        let row = sqlx::query!(
            "INSERT INTO mass_targets (mass_id, guild_id, place, member_id) VALUES (?, ?, ?, ?)",
            id,
            new.guild,
            place,
            member
        );
        row.execute(&mut *tx).await?;
    }
    Ok(id)
}

/// What is done to many in this server, if this is one of theirs.
pub async fn mass(db: impl SqliteExecutor<'_>, guild: GuildId, id: MassId) -> Result<Option<MassAct>> {
    let row = sqlx::query_as!(
        MassRow,
        r#"SELECT mass_id AS "id!: MassId", guild_id AS "guild: GuildId", actor_id AS "actor: MemberId",
                  channel_id AS "channel: ChannelId", act, reason, seconds, delete_seconds AS "delete_seconds: u32",
                  single AS "single: bool", notify AS "notify: bool", state, decided_by AS "decided_by: MemberId",
                  at AS "at: Timestamp", ended_at AS "ended_at: Timestamp"
           FROM mass_acts WHERE guild_id = ? AND mass_id = ?"#,
        guild,
        id
    );
    row.fetch_optional(db).await?.map(MassAct::try_from).transpose()
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

/// What a case belongs to, if it was one of many.
pub async fn mass_of(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Option<MassId>> {
    let id = sqlx::query_scalar!(r#"SELECT mass_id AS "id!: MassId" FROM mass_targets WHERE case_id = ?"#, case);
    Ok(id.fetch_optional(db).await?)
}

/// What came of one person: a case, or why there is none.
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

/// How many kicks and bans somebody has recorded since an instant, or has begun and not recorded yet.
pub async fn removals_since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    actor: MemberId,
    since: Timestamp,
) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT (SELECT count(*) FROM cases
                   WHERE guild_id = ?1 AND actor_id = ?2 AND kind IN ('kick', 'ban') AND at > ?3 AND import_id IS NULL)
                + (SELECT count(*) FROM mass_acts JOIN mass_targets USING (mass_id)
                   WHERE mass_acts.guild_id = ?1 AND actor_id = ?2 AND act IN ('kick', 'ban') AND state = 'running'
                     AND case_id IS NULL AND why IS NULL) AS "count!: i64""#,
        guild,
        actor,
        since
    );
    Ok(count.fetch_one(db).await?)
}
