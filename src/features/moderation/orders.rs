//! What became of the orders of moderation, noted in the transaction of the outcome. Orders name their rows:
//!
//! | part | row | what is noted |
//! | --- | --- | --- |
//! | `act` | case | `act`: applied, failed, unknown |
//! | `bans` | mass act | the same of each of its people |
//! | `set`, `moved` | case | another end of a timeout, told or not |
//! | `lift` | case | `act`: lifted, or why not |
//! | `let_in` | case | that nobody is banned by a kick any more, or why not |
//! | `notice` | notice | `state`: delivered, closed, failed, unknown |
//! | `log` | case | `log`: posted, failed |
//! | `purge` | purge | how many messages are deleted, or why not |
//! | `slowmode` | slowmode | what the mod log says of it |
//! | `lock`, `unlock` | lock | how far it is, or why not further |

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox::{Effect, FailureReason, OrderEnded, Outcome};
use crate::error::Result;
use crate::features::moderation::{CaseId, MassId, NoticeId};

use super::amend::tell_withdrawn;
use super::record::{LET_IN, act, kept, refresh, removes, tell, tell_anew};
use super::settings::settings;
use super::{
    ActState, Case, Kind, LogState, Notice, NoticeState, Says, appeals, bans, kicks, locks, masses, purges, slowmodes,
    store, timeouts,
};

/// Notes what became of an order of ours.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    match order.purpose.as_str() {
        "act" => {
            let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
            case_acted(tx, &case, &order.outcome, now).await
        }
        masses::BANS => many_banned(tx, order, now).await,
        "set" | "moved" => timeouts::reset(tx, order, now).await,
        "lift" => lifted(tx, order, now).await,
        LET_IN => kicks::ended(tx, order, now).await,
        "purge" => purges::deleted(tx, order, now).await,
        "slowmode" => slowmodes::ended(tx, order, now).await,
        "lock" | "unlock" => locks::ended(tx, order, now).await,
        "notice" => noticed(tx, order, now).await,
        "log" if matches!(order.effect, Effect::Post { .. }) => {
            let (state, why) = match &order.outcome {
                Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
                    (LogState::Posted, None)
                }
                Outcome::Failed(why) => (LogState::Failed, Some(why.as_str())),
                // Nobody needs to look: the case itself says all of it.
                Outcome::Unknown => (LogState::Failed, None),
            };
            store::set_log(tx, CaseId(order.row), state, why).await
        }
        // Edits, and entries of the mod log about channels: nothing is noted of them.
        _ => Ok(()),
    }
}

async fn lifted(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if matches!(order.effect, Effect::Timeout { .. }) {
        timeouts::lifted(&mut *tx, order, now).await?;
    } else {
        bans::lifted(&mut *tx, order, now).await?;
    }
    let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
    appeals::telling::lift_ended(tx, &case, now).await
}

/// Discord has answered to the bans of many in one call, or has not. Whoever is not known to be banned is banned alone.
async fn many_banned(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let Effect::BanMany { members, .. } = &order.effect else { return Ok(()) };
    let done = Outcome::Done { message: None };
    for member in members {
        let Some(id) = store::mass_case(&mut *tx, MassId(order.row), *member).await? else { continue };
        let case = store::case(&mut *tx, order.guild, id).await?;
        let is_banned = matches!(&order.outcome, Outcome::DoneButFor(left) if !left.contains(member));
        if is_banned {
            case_acted(&mut *tx, &case, &done, now).await?;
        } else if case.act.state == ActState::Waiting && case.voided.is_none() {
            act(&mut *tx, &case, None, now).await?;
        }
    }
    Ok(())
}

/// Notes what became of what a case does on Discord.
async fn case_acted(tx: &mut SqliteConnection, case: &Case, outcome: &Outcome, now: Timestamp) -> Result<()> {
    let (state, why) = match outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            (ActState::Applied, None)
        }
        Outcome::Failed(why) => (ActState::Failed, Some(why.as_str())),
        Outcome::Unknown => (ActState::Unknown, None),
    };
    store::set_act(&mut *tx, case.id, state, why, None).await?;
    match case.kind {
        Kind::Timeout => timeouts::acted(&mut *tx, case, outcome, now).await?,
        Kind::Ban => bans::acted(&mut *tx, case, outcome, now).await?,
        Kind::Kick => kicks::acted(&mut *tx, case, outcome, now).await?,
        Kind::Unban if state == ActState::Applied => {
            bans::all_lifted(&mut *tx, case, now).await?;
            kicks::all_let_in(&mut *tx, case, now).await?;
        }
        Kind::Untimeout if state == ActState::Applied => timeouts::all_lifted(&mut *tx, case, now).await?,
        _ => {}
    }
    masses::acted(&mut *tx, case, now).await?;
    if removes(case) && state == ActState::Failed {
        // They were told before that they are removed.
        tell_anew(&mut *tx, case, now).await?;
    }
    let first = store::head(&mut *tx, case.clone()).await?;
    let mut waits = store::notices(&mut *tx, first.id).await?;
    if first.id != case.id {
        waits.extend(store::notices(&mut *tx, case.id).await?);
    }
    waits.retain(|notice| notice.state == NoticeState::Waiting && notice.order.is_none());
    // Nobody is told of a timeout that they are not in; of a warning they are told all the same.
    let told = first.kind != Kind::Timeout || state == ActState::Applied;
    let settings = settings(&mut *tx, case.guild).await?;
    for notice in &waits {
        if told {
            tell(&mut *tx, &settings, notice.id, None, now).await?;
        } else {
            store::set_notice(&mut *tx, notice.id, NoticeState::Waiting, NoticeState::Withdrawn, None).await?;
        }
    }
    refresh(tx, &first, now).await
}

async fn noticed(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let notice = kept(&mut *tx, NoticeId(order.row)).await?;
    let (state, why) = match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            (NoticeState::OrderEnded, None)
        }
        Outcome::Failed(FailureReason::ClosedDm) => (NoticeState::Closed, None),
        Outcome::Failed(why) => (NoticeState::Failed, Some(why.as_str())),
        Outcome::Unknown => (NoticeState::Unknown, None),
    };
    // Whoever was quick has read it before its outcome came.
    let noted = store::set_notice(&mut *tx, notice.id, NoticeState::Waiting, state, why).await?;
    let case = store::case(&mut *tx, order.guild, notice.case).await?;
    let reached = matches!(state, NoticeState::OrderEnded | NoticeState::Unknown);
    if noted && reached && notice.says == Says::Case && case.voided.is_some() {
        // It was taken back while it was on its way.
        tell_withdrawn(&mut *tx, &Notice { state, ..notice }, now).await?;
    }
    refresh(tx, &case, now).await
}
