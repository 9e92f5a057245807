//! Bans are kept as long as they were meant to last, and no longer.
//!
//! One with an end is looked at by `moderation.lift` when that has come. Discord is asked what it holds of
//! the person before anything is lifted, here and where somebody takes a ban back: what somebody has
//! decided by hand since stays as it is, and the case says then that it was superseded. The order that
//! lifts one is of use for minutes only: one that comes later than that is looked at again. A person has
//! one ban in force at most; a later one of ours takes the place of those before it.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::people;
use crate::discord::access::people::Ban;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::Result;
use crate::features::moderation::CaseId;
use crate::ids::{GuildId, MemberId, OutboxId};
use crate::jobs;
use crate::jobs::{Job, Kind as JobKind};

use super::record::{FEATURE, reason, refresh, tell_anew};
use super::rules::ban::{self, Live, Standing, Tend};
use super::{ActState, Case, CaseDetails, Kind, Problem, store};

/// Looks at a ban when its time is over, and again where it could not be lifted.
pub const LIFT: JobKind = JobKind { name: "moderation.lift", urgent: true, run: |app, job| Box::pin(look(app, job)) };

/// How long what Discord said of a person is good enough to act upon.
const FRESH: Duration = Duration::from_secs(5 * 60);
/// The wait before a ban is lifted again, where Discord has refused it.
const NOT_LIFTED: Duration = Duration::from_secs(3_600);

impl Standing {
    /// Of a case that may be in force.
    fn of(case: &Case) -> Option<Self> {
        let standing = Self {
            number: case.number,
            until: case.until,
            held: case.act.state == ActState::Applied,
            lifting: case.act.lift.is_some(),
            by_hand: case.entry.is_some(),
        };
        (case.kind == Kind::Ban && case.act.is_open()).then_some(standing)
    }
}

/// What Discord says now of a person.
///
/// # Errors
/// Told, if it did not answer in time.
pub async fn asked(app: &App, guild: GuildId, member: MemberId) -> Result<Live> {
    Ok(match people::ban(app, guild, member).await? {
        Ban::Unread => Live::Unread,
        Ban::No => Live::NotBanned,
        Ban::Yes(reason) => Live::Banned(reason.as_deref().and_then(ban::case_in)),
    })
}

/// What Discord says now of the person whose ban would be taken back with a case.
///
/// # Errors
/// Told, if it did not answer in time.
pub async fn live(app: &App, whole: &CaseDetails) -> Result<Live> {
    let mut cases = std::iter::once(&whole.case).chain(&whole.followed);
    if !cases.any(|case| case.kind == Kind::Ban && case.act.state == ActState::Applied) {
        // Nothing has to be known.
        return Ok(Live::Unread);
    }
    asked(app, whole.case.guild, whole.case.member).await
}

/// Why somebody is not banned until then, or for good; nothing, if they are to be.
pub async fn obstacle(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    until: Option<Timestamp>,
    live: Live,
    now: Timestamp,
) -> Result<Option<Problem>> {
    notice(&mut *tx, guild, member, live, now).await?;
    let ours = store::bans_open(&mut *tx, guild, member).await?;
    // A ban that only deleted messages with a kick is about to be lifted.
    let is_of_kick = store::is_to_be_let_in(tx, guild, member).await?;
    let before = |until, number| Some(Problem::BannedBefore { member, until, number });
    Ok(match ours.iter().find(|case| case.act.lift.is_none()) {
        Some(case) if !ban::is_longer(until, case.until) => before(case.until, Some(case.number)),
        Some(_) => None,
        None if matches!(live, Live::Banned(_)) && ours.is_empty() && !is_of_kick => before(None, None),
        None => None,
    })
}

/// Whether there is a ban to lift: one that Discord has, or one of ours that is on its way.
pub async fn is_banned(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    live: Live,
    now: Timestamp,
) -> Result<bool> {
    notice(&mut *tx, guild, member, live, now).await?;
    Ok(live != Live::NotBanned || !store::bans_open(tx, guild, member).await?.is_empty())
}

/// Notes which bans of a person somebody has lifted or replaced by hand.
async fn notice(tx: &mut SqliteConnection, guild: GuildId, member: MemberId, live: Live, now: Timestamp) -> Result<()> {
    for case in store::bans_open(&mut *tx, guild, member).await? {
        let Some(this) = Standing::of(&case).filter(|this| this.held) else { continue };
        if is_under_way(&mut *tx, &case).await? {
            continue;
        }
        if ban::tend(&this, live, now) == Tend::Superseded {
            end(&mut *tx, &case, ActState::Superseded, now, now).await?;
        }
    }
    Ok(())
}

async fn is_under_way(tx: &mut SqliteConnection, case: &Case) -> Result<bool> {
    let orders: Vec<OutboxId> = case.act.order.into_iter().chain(case.act.lift).collect();
    outbox::is_open(tx, &orders).await
}

/// Takes a ban back that was in force, if it is still ours.
pub async fn take_back(tx: &mut SqliteConnection, case: &Case, by: MemberId, live: Live, now: Timestamp) -> Result<()> {
    let Some(this) = Standing::of(case) else { return Ok(()) };
    match ban::tend(&Standing { lifting: true, ..this }, live, now) {
        // Nothing is known of it yet, or nobody may look.
        Tend::Superseded | Tend::Gone if !this.held => lift(tx, case, by, now).await,
        Tend::Superseded | Tend::Gone => end(tx, case, ActState::Superseded, now, now).await,
        Tend::Keep | Tend::Lift | Tend::Missed | Tend::Unread => lift(tx, case, by, now).await,
    }
}

async fn lift(tx: &mut SqliteConnection, case: &Case, by: MemberId, now: Timestamp) -> Result<()> {
    let effect = Effect::Unban { member: case.member, reason: reason(case, by) };
    let order = Order::new(case.guild, FEATURE, "lift", case.id.get(), effect).expires(now.plus(FRESH));
    // Behind the ban, which stands in another lane where it is one of many.
    let order = Order { after: case.act.order, ..order };
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_lift_ordered(tx, case.id, order).await
}

/// A ban is to end at another time, which stands in the case already.
pub async fn moved(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let Some(until) = case.until else { return Ok(()) };
    jobs::schedule(&mut *tx, case.guild, &LIFT, case.id.get(), until).await?;
    tell_anew(tx, case, now).await
}

async fn look(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id) = (job.guild, CaseId(job.row));
    let case = store::case_of(app.db.read(), guild, id).await?;
    let Some(case) = case.filter(|case| Standing::of(case).is_some()) else { return Ok(jobs::Outcome::Done) };

    let live = asked(app, guild, case.member).await?;
    let now = app.clock.now();

    app.db.write(async move |tx| tend(tx, guild, id, live, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// Decides and writes. Everything but what Discord said is read in the transaction, so that two that look
/// at once do it once.
async fn tend(tx: &mut SqliteConnection, guild: GuildId, id: CaseId, live: Live, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, guild, id).await?;
    let Some(this) = Standing::of(&case) else { return Ok(()) };
    // Whatever comes of what is on its way is followed by a look of its own.
    if is_under_way(&mut *tx, &case).await? {
        return Ok(());
    }
    match ban::tend(&this, live, now) {
        Tend::Keep => match case.until {
            Some(until) => jobs::schedule(tx, guild, &LIFT, id.get(), until).await,
            None => Ok(()),
        },
        Tend::Lift => lift(tx, &case, case.actor, now).await,
        Tend::Gone => over(tx, &case, now).await,
        Tend::Missed => {
            store::set_act(&mut *tx, id, ActState::Failed, Some(FailureReason::Late.as_str()), None).await?;
            refresh(tx, &case, now).await
        }
        Tend::Superseded => end(tx, &case, ActState::Superseded, now, now).await,
        Tend::Unread => not_lifted(tx, &case, FailureReason::Permission, now).await,
    }
}

/// It is still in force although it should not be; that is said once, and tried again.
async fn not_lifted(tx: &mut SqliteConnection, case: &Case, why: FailureReason, now: Timestamp) -> Result<()> {
    jobs::schedule(&mut *tx, case.guild, &LIFT, case.id.get(), now.plus(NOT_LIFTED)).await?;
    store::set_act(&mut *tx, case.id, case.act.state, Some(why.as_str()), None).await?;
    if case.act.why.as_deref() == Some(why.as_str()) { Ok(()) } else { refresh(tx, case, now).await }
}

/// A ban that nothing is left of, at its end or before.
async fn over(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    match case.until {
        Some(until) if until <= now => end(tx, case, ActState::Ended, until, now).await,
        _ => end(tx, case, ActState::Lifted, now, now).await,
    }
}

/// A ban is over, and needs no look any more.
async fn end(tx: &mut SqliteConnection, case: &Case, state: ActState, at: Timestamp, now: Timestamp) -> Result<()> {
    store::set_act(&mut *tx, case.id, state, None, Some(at)).await?;
    jobs::cancel(&mut *tx, case.guild, &LIFT, case.id.get()).await?;
    if state == ActState::Lifted {
        // They read that they are banned.
        tell_anew(&mut *tx, case, now).await?;
    }
    refresh(tx, case, now).await
}

/// A ban is in force, or nobody knows whether it is: in the transaction that notes that.
pub async fn acted(tx: &mut SqliteConnection, case: &Case, outcome: &Outcome, now: Timestamp) -> Result<()> {
    if matches!(outcome, Outcome::Failed(_)) {
        return Ok(());
    }
    if *outcome != Outcome::Unknown {
        end_earlier(&mut *tx, case, ActState::Superseded, now).await?;
    }
    match case.until {
        Some(until) => jobs::schedule(tx, case.guild, &LIFT, case.id.get(), until).await,
        None => Ok(()),
    }
}

/// Somebody has banned a person by hand, or let them in again: what Steward had set before that is no longer
/// what holds.
pub async fn replaced(tx: &mut SqliteConnection, by: &Case, now: Timestamp) -> Result<()> {
    for case in store::bans_open(&mut *tx, by.guild, by.member).await? {
        if case.id != by.id && case.at <= by.at && !is_under_way(&mut *tx, &case).await? {
            end(&mut *tx, &case, ActState::Superseded, now, now).await?;
        }
    }
    Ok(())
}

/// Every ban of a person is lifted, because somebody has let them in again.
pub async fn all_lifted(tx: &mut SqliteConnection, by: &Case, now: Timestamp) -> Result<()> {
    end_earlier(tx, by, ActState::Lifted, now).await
}

async fn end_earlier(tx: &mut SqliteConnection, by: &Case, state: ActState, now: Timestamp) -> Result<()> {
    for case in store::bans_open(&mut *tx, by.guild, by.member).await? {
        if case.number < by.number {
            end(&mut *tx, &case, state, now, now).await?;
        }
    }
    Ok(())
}

/// Notes what became of the lifting of a ban.
pub async fn lifted(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
    if !case.act.is_open() {
        return Ok(());
    }
    match &order.outcome {
        // Nothing is left to lift.
        Outcome::Done { .. }
        | Outcome::Made(_)
        | Outcome::Scheduled(_)
        | Outcome::DoneButFor(_)
        | Outcome::Failed(FailureReason::Gone) => over(tx, &case, now).await,
        // What Discord holds now will tell.
        Outcome::Unknown | Outcome::Failed(FailureReason::Late) => {
            jobs::schedule(tx, case.guild, &LIFT, case.id.get(), now).await
        }
        Outcome::Failed(why) => not_lifted(tx, &case, *why, now).await,
    }
}
