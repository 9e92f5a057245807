//! SQL of what a case does on Discord, and of its entry in the mod log.

use super::super::{ActState, Case, LogState};
use super::Row;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{CaseId, ImportId};
use crate::ids::{GuildId, MemberId, OutboxId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// What a case does on Discord is on its way.
pub async fn set_act_ordered(
    tx: &mut SqliteConnection,
    case: CaseId,
    order: OutboxId,
    until: Option<Timestamp>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act = 'waiting', act_why = NULL, act_order = ?, act_until = ? WHERE case_id = ?",
        order,
        until,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What takes back what a case does on Discord is on its way.
pub async fn set_lift_ordered(tx: &mut SqliteConnection, case: CaseId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_why = NULL, lift_order = ? WHERE case_id = ?", order, case).execute(tx).await?;
    Ok(())
}

/// Nobody is to be let in again any more, or why they were not; why a kick was not done stays.
pub async fn set_let_in(tx: &mut SqliteConnection, case: CaseId, why: Option<&str>) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET lift_order = NULL, act_why = iif(act = 'failed', act_why, ?) WHERE case_id = ?",
        why,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Whether somebody whom a kick has banned for a moment is not in again.
pub async fn is_to_be_let_in(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<bool> {
    let waits = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM cases
                          WHERE guild_id = ? AND member_id = ? AND kind = 'kick' AND lift_order IS NOT NULL)
           AS "waits!: bool""#,
        guild,
        member
    );
    Ok(waits.fetch_one(db).await?)
}

/// The kicks of a person before a case whose bans are not lifted yet, the latest first.
pub async fn kicks_to_let_in(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    before: i64,
) -> Result<Vec<Case>> {
    let rows = cases!(
        "WHERE guild_id = ? AND member_id = ? AND kind = 'kick' AND lift_order IS NOT NULL AND number < ?
         ORDER BY number DESC",
        guild,
        member,
        before
    );
    rows.fetch_all(db).await?.into_iter().map(Case::try_from).collect()
}

/// What became of it. `ended_at` where it is over by that.
pub async fn set_act(
    tx: &mut SqliteConnection,
    case: CaseId,
    state: ActState,
    why: Option<&str>,
    ended_at: Option<Timestamp>,
) -> Result<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE cases SET act = ?, act_why = ?, ended_at = coalesce(?, ended_at) WHERE case_id = ?",
        state,
        why,
        ended_at,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A later ban of ours has taken the place of this one: its number stands where a reason would.
pub async fn set_replaced(tx: &mut SqliteConnection, case: CaseId, by: i64, at: Timestamp) -> Result<()> {
    let by = by.to_string();
    set_act(tx, case, ActState::Superseded, Some(&by), Some(at)).await
}

/// A ban is in force again that a later one had taken the place of.
pub async fn set_in_force_again(tx: &mut SqliteConnection, case: CaseId) -> Result<()> {
    sqlx::query!("UPDATE cases SET act = 'applied', act_why = NULL, ended_at = NULL WHERE case_id = ?", case)
        .execute(tx)
        .await?;
    Ok(())
}

/// Discord is asked for this end of a timeout by an order; it is known as told only once that is done.
pub async fn set_asked(tx: &mut SqliteConnection, case: CaseId, order: OutboxId, until: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_order = ?, act_asked = ? WHERE case_id = ?", order, until, case)
        .execute(tx)
        .await?;
    Ok(())
}

/// Discord is asked for this end of a timeout while another of that person is lifted.
pub async fn set_asked_beside(tx: &mut SqliteConnection, case: CaseId, until: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE cases SET act_asked = ? WHERE case_id = ?", until, case).execute(tx).await?;
    Ok(())
}

/// Discord has heard this end: it was told for whichever timeout of that person it was asked for.
pub async fn set_told(tx: &mut SqliteConnection, guild: GuildId, member: MemberId, until: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act_until = act_asked, act_asked = NULL
         WHERE guild_id = ? AND member_id = ? AND kind = 'timeout' AND act_asked = ?",
        guild,
        member,
        until
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Discord has not heard this end.
pub async fn set_not_told(tx: &mut SqliteConnection, guild: GuildId, member: MemberId, until: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET act_asked = NULL
         WHERE guild_id = ? AND member_id = ? AND kind = 'timeout' AND act_asked = ?",
        guild,
        member,
        until
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A timeout that was to go on ran out.
pub async fn set_lapsed(tx: &mut SqliteConnection, case: CaseId, since: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET lapsed_at = ?1, resumed_at = NULL
         WHERE case_id = ?2 AND (lapsed_at IS NULL OR resumed_at IS NOT NULL)",
        since,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is in force again.
pub async fn set_resumed(tx: &mut SqliteConnection, case: CaseId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET resumed_at = ? WHERE case_id = ? AND lapsed_at IS NOT NULL AND resumed_at IS NULL",
        now,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A case is on its way into the mod log.
pub async fn set_log_ordered(tx: &mut SqliteConnection, case: CaseId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE cases SET log = 'waiting', log_why = NULL, log_order = ? WHERE case_id = ?", order, case)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether the mod log has a case.
pub async fn set_log(tx: &mut SqliteConnection, case: CaseId, state: LogState, why: Option<&str>) -> Result<()> {
    let state = state.as_str();
    sqlx::query!("UPDATE cases SET log = ?, log_why = ? WHERE case_id = ?", state, why, case).execute(tx).await?;
    Ok(())
}

/// Whether an order does what several cases do.
pub async fn shares_order(db: impl SqliteExecutor<'_>, guild: GuildId, order: OutboxId) -> Result<bool> {
    let count = sqlx::query_scalar!("SELECT count(*) FROM cases WHERE guild_id = ? AND act_order = ?", guild, order);
    Ok(count.fetch_one(db).await? > 1)
}
