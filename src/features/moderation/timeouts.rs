//! Timeouts are kept as long as they were meant to last, and no longer.
//!
//! Once one is in force, `moderation.end` looks at it when its time is over, and `moderation.renew` before
//! that wherever Discord was told only a part of it. Both ask Discord what it holds of the person before
//! anything is done, so that what somebody has changed or lifted by hand since stays as it is; the case
//! says then that it was superseded. What is done is an order of the outbox that is of use for minutes
//! only: one that comes later than that is looked at again. Who set the timeout does not matter here.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::authorize::Presence;
use crate::discord::access::people;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::Result;
use crate::features::moderation::CaseId;
use crate::ids::{GuildId, MemberId, OutboxId};
use crate::jobs;
use crate::jobs::{Job, Kind as JobKind};

use super::appeals::cards;
use super::record::{FEATURE, act, reason, refresh, tell_anew};
use super::rules::timeout::{self, Live, Running, Tend};
use super::{ActState, Case, CaseDetails, Kind, NoticeState, store};

/// Looks at a timeout when its time is over.
pub const END: JobKind = JobKind { name: "moderation.end", urgent: true, run: |app, job| Box::pin(look(app, job)) };
/// Looks at a long timeout before the part that Discord knows runs out.
pub const RENEW: JobKind = JobKind { name: "moderation.renew", urgent: true, run: |app, job| Box::pin(look(app, job)) };

/// How long what Discord said of a person is good enough to act upon.
const FRESH: Duration = Duration::from_secs(5 * 60);
/// Nothing is done for those who are not there; they may come back.
const GONE: Duration = Duration::from_secs(86_400);
/// The wait before Discord is asked again for what it refused.
const REFUSED: Duration = Duration::from_secs(6 * 3_600);
/// The same where somebody is held longer than they should be.
const NOT_LIFTED: Duration = Duration::from_secs(3_600);

impl Running {
    /// Of a case that may be in force.
    fn of(case: &Case) -> Option<Self> {
        let running = Self {
            case: case.id,
            until: case.until?,
            told: case.act.until,
            asked: case.act.asked,
            held: case.act.state == ActState::Applied,
            lifting: case.act.lift.is_some(),
        };
        (case.kind == Kind::Timeout && case.act.is_open()).then_some(running)
    }
}

/// Plans the next look at a timeout of which Discord knows this end.
pub async fn plan(tx: &mut SqliteConnection, case: &Case, told: Timestamp) -> Result<()> {
    let Some(until) = case.until else { return Ok(()) };
    jobs::schedule(&mut *tx, case.guild, &END, case.id.get(), until).await?;
    if told < until {
        jobs::schedule(tx, case.guild, &RENEW, case.id.get(), timeout::renewal(told)).await
    } else {
        jobs::cancel(tx, case.guild, &RENEW, case.id.get()).await
    }
}

/// Lifts a timeout, or sets the person's to the end of another one that goes on.
pub async fn lift(tx: &mut SqliteConnection, case: &Case, by: MemberId, now: Timestamp) -> Result<OutboxId> {
    let others = running(&mut *tx, case.guild, case.member).await?;
    let others: Vec<Running> = others.into_iter().filter(|other| other.case != case.id).collect();
    let until = timeout::rest(&others, now);
    if let (Some(other), Some(until)) = (timeout::longest(&others, now), until) {
        store::set_asked_beside(&mut *tx, other.case, until).await?;
    }
    let effect = Effect::Timeout { member: case.member, until, reason: reason(case, by) };
    let order = Order::new(case.guild, FEATURE, "lift", case.id.get(), effect).expires(now.plus(FRESH));
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_lift_ordered(tx, case.id, order).await?;
    Ok(order)
}

/// Takes a timeout back that was in force, if it is still as Steward left it.
pub async fn take_back(tx: &mut SqliteConnection, case: &Case, by: MemberId, live: Live, now: Timestamp) -> Result<()> {
    let others = running(&mut *tx, case.guild, case.member).await?;
    let (this, others): (Vec<Running>, _) = others.into_iter().partition(|one| one.case == case.id);
    let Some(this) = this.first().map(|this| Running { lifting: true, ..*this }) else { return Ok(()) };
    match timeout::tend(&this, &others, live, now) {
        Tend::Superseded => end(tx, case, ActState::Superseded, now, now).await,
        Tend::Ended if case.act.state == ActState::Applied => over(tx, case, now).await,
        // Nothing is known of it yet, or it is in force.
        Tend::Ended | Tend::Missed | Tend::Wait(_) | Tend::Set { .. } | Tend::Lift { .. } => {
            lift(tx, case, by, now).await.map(drop)
        }
    }
}

/// What Discord says now of the person whose timeout would be taken back with a case.
///
/// # Errors
/// Told, if it did not answer in time.
pub async fn live(app: &App, whole: &CaseDetails) -> Result<Live> {
    let mut cases = std::iter::once(&whole.case).chain(&whole.followed);
    if !cases.any(|case| case.kind == Kind::Timeout && case.act.state == ActState::Applied) {
        // Nothing has to be known.
        return Ok(Live::Absent);
    }
    asked(app, whole.case.guild, whole.case.member).await
}

async fn asked(app: &App, guild: GuildId, member: MemberId) -> Result<Live> {
    Ok(match people::timeout(app, guild, member).await? {
        (Presence::Absent, _) => Live::Absent,
        (Presence::Here, until) => Live::Until(until),
    })
}

/// Asks Discord for another end of a timeout that runs.
async fn set(
    tx: &mut SqliteConnection,
    case: &Case,
    part: &'static str,
    until: Timestamp,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let effect = Effect::Timeout { member: case.member, until: Some(until), reason: reason(case, by) };
    let order = Order::new(case.guild, FEATURE, part, case.id.get(), effect).expires(now.plus(FRESH));
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_asked(tx, case.id, order, until).await
}

/// A timeout that runs, or is on its way, is to end at another time, which stands in the case already.
pub async fn moved(tx: &mut SqliteConnection, case: &Case, by: MemberId, now: Timestamp) -> Result<()> {
    let Some(until) = case.until else { return Ok(()) };
    if case.act.state == ActState::Waiting
        && let Some(order) = case.act.order
        && outbox::withdraw(&mut *tx, order, now).await?
    {
        return act(tx, case, None, now).await;
    }
    jobs::schedule(&mut *tx, case.guild, &END, case.id.get(), until).await?;
    let others = running(&mut *tx, case.guild, case.member).await?;
    let others: Vec<Running> = others.into_iter().filter(|other| other.case != case.id).collect();
    // Another one that goes on for longer is what Discord holds.
    if timeout::longest(&others, now).is_some_and(|other| other.until >= until) {
        return Ok(());
    }
    set(tx, case, "moved", timeout::part(until, now), by, now).await
}

/// The timeouts of a person that may be in force.
pub async fn running(tx: &mut SqliteConnection, guild: GuildId, member: MemberId) -> Result<Vec<Running>> {
    Ok(store::timeouts_running(tx, guild, member).await?.iter().filter_map(Running::of).collect())
}

/// Notes which timeouts of a person somebody has changed or lifted by hand, by what Discord says at this
/// moment: the end of the timeout they are in, if they are in one.
pub async fn notice(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    live: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    let cases = store::timeouts_running(&mut *tx, guild, member).await?;
    let running: Vec<Running> = cases.iter().filter_map(Running::of).collect();
    for case in &cases {
        let (this, others): (Vec<Running>, _) = running.iter().copied().partition(|one| one.case == case.id);
        // What has run out by itself is for the jobs, which can tell.
        let Some(this) = this.first().filter(|this| this.held && this.told.is_some_and(|told| told > now)) else {
            continue;
        };
        let under_way: Vec<OutboxId> = case.act.order.into_iter().chain(case.act.lift).collect();
        if outbox::is_open(&mut *tx, &under_way).await? {
            continue;
        }
        if timeout::tend(this, &others, Live::Until(live), now) == Tend::Superseded {
            end(&mut *tx, case, ActState::Superseded, now, now).await?;
        }
    }
    Ok(())
}

/// Takes back what is ordered for a person and was not tried yet; whether anything of theirs goes on, or
/// would have, comes back.
pub async fn withdraw_waiting(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let running = store::timeouts_running(&mut *tx, guild, member).await?;
    for case in running.iter().filter(|case| case.act.state == ActState::Waiting) {
        let Some(order) = case.act.order else { continue };
        if outbox::withdraw(&mut *tx, order, now).await? {
            withdraw_notices(&mut *tx, case).await?;
            end(&mut *tx, case, ActState::Lifted, now, now).await?;
        }
    }
    Ok(!running.is_empty())
}

/// Nobody is told of a timeout that never was in force.
async fn withdraw_notices(tx: &mut SqliteConnection, case: &Case) -> Result<()> {
    for notice in store::notices(&mut *tx, case.id).await?.iter().filter(|notice| notice.order.is_none()) {
        store::set_notice(&mut *tx, notice.id, NoticeState::Waiting, NoticeState::Withdrawn, None).await?;
    }
    Ok(())
}

/// Both jobs: what is to be done depends on the case and on Discord, not on which of them is due.
async fn look(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id) = (job.guild, CaseId(job.row));
    let case = store::case_of(app.db.read(), guild, id).await?;
    let Some(case) = case.filter(|case| Running::of(case).is_some()) else { return Ok(jobs::Outcome::Done) };

    let live = asked(app, guild, case.member).await?;
    let now = app.clock.now();

    app.db.write(async move |tx| tend(tx, guild, id, live, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// Decides and writes. Everything but what Discord said is read in the transaction, so that two that look
/// at once do it once.
async fn tend(tx: &mut SqliteConnection, guild: GuildId, id: CaseId, live: Live, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, guild, id).await?;
    let Some(this) = Running::of(&case) else { return Ok(()) };
    // Whatever comes of what is on its way is followed by a look of its own.
    let under_way: Vec<OutboxId> = case.act.order.into_iter().chain(case.act.lift).collect();
    if outbox::is_open(&mut *tx, &under_way).await? {
        return Ok(());
    }
    let others = running(&mut *tx, guild, case.member).await?;
    let others: Vec<Running> = others.into_iter().filter(|other| other.case != id).collect();
    match timeout::tend(&this, &others, live, now) {
        Tend::Wait(due) if due >= this.until => jobs::schedule(tx, guild, &END, id.get(), this.until).await,
        Tend::Wait(due) => {
            let kind = if this.lifting { &END } else { &RENEW };
            jobs::schedule(tx, guild, kind, id.get(), due).await
        }
        Tend::Set { until, lapsed } => {
            if let Some(since) = lapsed {
                store::set_lapsed(&mut *tx, id, since).await?;
            }
            set(tx, &case, "set", until, case.actor, now).await
        }
        Tend::Lift { .. } => lift(tx, &case, case.actor, now).await.map(drop),
        Tend::Ended => over(tx, &case, now).await,
        Tend::Missed => {
            store::set_act(&mut *tx, id, ActState::Failed, Some(FailureReason::Late.as_str()), None).await?;
            refresh(tx, &case, now).await
        }
        Tend::Superseded => end(tx, &case, ActState::Superseded, now, now).await,
    }
}

/// A timeout that nothing is left of, at its end or before.
async fn over(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    match case.until {
        Some(until) if until <= now => end(tx, case, ActState::Ended, until, now).await,
        _ => end(tx, case, ActState::Lifted, now, now).await,
    }
}

/// A timeout is over, and needs no look any more.
async fn end(tx: &mut SqliteConnection, case: &Case, state: ActState, at: Timestamp, now: Timestamp) -> Result<()> {
    store::set_act(&mut *tx, case.id, state, None, Some(at)).await?;
    if let Some(order) = case.act.order {
        // What would still set it again.
        outbox::withdraw(&mut *tx, order, now).await?;
    }
    jobs::cancel(&mut *tx, case.guild, &END, case.id.get()).await?;
    jobs::cancel(&mut *tx, case.guild, &RENEW, case.id.get()).await?;
    if matches!(state, ActState::Lifted | ActState::Superseded) {
        // They read that they are in a timeout, and until when.
        tell_anew(&mut *tx, case, now).await?;
    }
    cards::case_changed(&mut *tx, case, now).await?;
    refresh(tx, case, now).await
}

/// Every timeout of a person is lifted, because somebody has lifted them all at once.
pub async fn all_lifted(tx: &mut SqliteConnection, by: &Case, now: Timestamp) -> Result<()> {
    let running = store::timeouts_running(&mut *tx, by.guild, by.member).await?;
    for case in running.iter().filter(|case| case.number < by.number) {
        end(&mut *tx, case, ActState::Lifted, now, now).await?;
    }
    Ok(())
}

/// A timeout is in force, or nobody knows whether it is: in the transaction that notes that.
pub async fn acted(tx: &mut SqliteConnection, case: &Case, outcome: &Outcome, now: Timestamp) -> Result<()> {
    match (outcome, case.act.until) {
        (Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_), Some(told)) => {
            plan(tx, case, told).await
        }
        (Outcome::Failed(_), _) => Ok(()),
        _ => jobs::schedule(tx, case.guild, &END, case.id.get(), now).await,
    }
}

/// Notes what became of a new end of a timeout.
pub async fn reset(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
    let Effect::Timeout { member, until: Some(until), .. } = order.effect else { return Ok(()) };
    let shown = case.act.why.is_some() || case.act.lapse.is_some_and(|lapse| lapse.until.is_none());
    match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            store::set_told(&mut *tx, case.guild, member, until).await?;
            if case.act.is_open() {
                store::set_act(&mut *tx, case.id, ActState::Applied, None, None).await?;
                store::set_resumed(&mut *tx, case.id, now).await?;
                plan(&mut *tx, &case, until).await?;
            } else if case.act.state == ActState::Lifted {
                // It was lifted while this was on its way, and is set again by it.
                lift(&mut *tx, &case, case.actor, now).await?;
            }
            if order.purpose == "moved" {
                tell_anew(&mut *tx, &case, now).await?;
            }
            if shown || order.purpose == "moved" { refresh(tx, &case, now).await } else { Ok(()) }
        }
        // It may have been heard or not: what Discord holds now will tell.
        Outcome::Unknown | Outcome::Failed(FailureReason::Late) => {
            jobs::schedule(tx, case.guild, &RENEW, case.id.get(), now).await
        }
        Outcome::Failed(why) => {
            store::set_not_told(&mut *tx, case.guild, member, until).await?;
            let wait = if *why == FailureReason::Gone { GONE } else { REFUSED };
            jobs::schedule(&mut *tx, case.guild, &RENEW, case.id.get(), now.plus(wait)).await?;
            store::set_act(&mut *tx, case.id, case.act.state, Some(why.as_str()), None).await?;
            refresh(tx, &case, now).await
        }
    }
}

/// Notes what became of the lifting of a timeout.
pub async fn lifted(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
    let Effect::Timeout { member, until, .. } = order.effect else { return Ok(()) };
    match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            if let Some(until) = until {
                store::set_told(&mut *tx, case.guild, member, until).await?;
            }
            over(tx, &case, now).await
        }
        Outcome::Unknown | Outcome::Failed(FailureReason::Late) => {
            jobs::schedule(tx, case.guild, &END, case.id.get(), now).await
        }
        Outcome::Failed(why) => {
            if let Some(until) = until {
                store::set_not_told(&mut *tx, case.guild, member, until).await?;
            }
            let wait = if *why == FailureReason::Gone { GONE } else { NOT_LIFTED };
            jobs::schedule(&mut *tx, case.guild, &END, case.id.get(), now.plus(wait)).await?;
            store::set_act(&mut *tx, case.id, case.act.state, Some(why.as_str()), None).await?;
            refresh(tx, &case, now).await
        }
    }
}
