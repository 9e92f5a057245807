//! Bans are kept as long as they were meant to last, and no longer.
//!
//! One with an end is looked at by `moderation.lift` when that has come. Discord is asked what it holds of
//! the person before anything is lifted, here and where somebody takes a ban back: what somebody has
//! decided by hand since stays as it is, and the case says then that it was superseded. The order that
//! lifts one is of use for minutes only: one that comes later than that is looked at again. A person has
//! one ban in force at most; a later one of ours takes the place of those before it. Where the later one
//! is over or taken back first, the earlier one is in force again, and nobody is let in.

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

use super::appeals::cards;
use super::record::{FEATURE, act, reason, refresh, tell_anew};
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
        let live = of_case(&mut *tx, &case, live).await?;
        if ban::tend(&this, live, now) == Tend::Superseded {
            end(&mut *tx, &case, ActState::Superseded, now, now).await?;
        }
    }
    Ok(())
}

/// What Discord says of a person, as it is about one case: a ban that a later case of ours had set, and that was
/// left in place once that one was over or taken back, is that of the earlier one.
async fn of_case(tx: &mut SqliteConnection, case: &Case, live: Live) -> Result<Live> {
    let Live::Banned(Some(number)) = live else { return Ok(live) };
    if number <= case.number {
        return Ok(live);
    }
    let left = store::get(tx, case.guild, number).await?.is_some_and(|later| {
        let over = matches!(later.act.state, ActState::Lifted | ActState::Ended);
        later.kind == Kind::Ban && later.member == case.member && over
    });
    Ok(if left { Live::Banned(Some(case.number)) } else { live })
}

async fn is_under_way(tx: &mut SqliteConnection, case: &Case) -> Result<bool> {
    let orders: Vec<OutboxId> = case.act.order.into_iter().chain(case.act.lift).collect();
    outbox::is_open(tx, &orders).await
}

/// Takes a ban back that was in force, if it is still ours.
pub async fn take_back(tx: &mut SqliteConnection, case: &Case, by: MemberId, live: Live, now: Timestamp) -> Result<()> {
    let Some(this) = Standing::of(case) else { return Ok(()) };
    let live = of_case(&mut *tx, case, live).await?;
    match ban::tend(&Standing { lifting: true, ..this }, live, now) {
        // Nothing is known of it yet, or nobody may look.
        Tend::Superseded | Tend::Gone if !this.held => lift(tx, case, by, now).await,
        Tend::Superseded | Tend::Gone => end(tx, case, ActState::Superseded, now, now).await,
        Tend::Keep | Tend::Lift | Tend::Missed | Tend::Unread if this.held || case.act.state == ActState::Unknown => {
            let earlier = underneath(&mut *tx, case, now).await?;
            release(tx, case, earlier, by, now).await
        }
        // It is being sent at this moment: what is to hold is put right once it is lifted.
        Tend::Keep | Tend::Lift | Tend::Missed | Tend::Unread => lift(tx, case, by, now).await,
    }
}

/// Lifts a ban; where an earlier one of ours goes on, that one is in force again instead.
async fn release(
    tx: &mut SqliteConnection,
    case: &Case,
    earlier: Option<Case>,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let Some(earlier) = earlier else { return lift(tx, case, by, now).await };
    if earlier.act.state == ActState::Superseded {
        store::set_in_force_again(&mut *tx, earlier.id).await?;
        if let Some(until) = earlier.until {
            jobs::schedule(&mut *tx, earlier.guild, &LIFT, earlier.id.get(), until).await?;
        }
    }
    over(&mut *tx, case, now).await?;
    tell_of_all(&mut *tx, &earlier, now).await?;
    cards::case_changed(&mut *tx, &earlier, now).await?;
    refresh(tx, &earlier, now).await
}

/// The earlier ban of ours that holds once this one doesn't: one that is in force beside it, or the latest of those
/// that it took the place of which goes on and was not taken back.
async fn underneath(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<Option<Case>> {
    let goes_on = |earlier: &Case| {
        earlier.act.lift.is_none() && earlier.until.is_none_or(|until| until > now) && earlier.number < case.number
    };
    let open = store::bans_open(&mut *tx, case.guild, case.member).await?;
    if let Some(held) = open.into_iter().find(|held| held.act.state == ActState::Applied && goes_on(held)) {
        return Ok(Some(held));
    }
    let replaced = replaced_by(tx, case).await?;
    Ok(replaced.into_iter().find(|earlier| earlier.voided.is_none() && goes_on(earlier)))
}

/// The bans that one took the place of, also by way of others, the latest first.
async fn replaced_by(tx: &mut SqliteConnection, case: &Case) -> Result<Vec<Case>> {
    let (mut by, mut replaced) = (vec![case.number], Vec::new());
    for earlier in store::bans_replaced(tx, case.guild, case.member).await? {
        if earlier.act.replaced_by.is_some_and(|number| by.contains(&number)) {
            by.push(earlier.number);
            replaced.push(earlier);
        }
    }
    Ok(replaced)
}

/// Changes what the person was told of a ban, and of those that it took the place of.
async fn tell_of_all(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    tell_anew(&mut *tx, case, now).await?;
    for earlier in replaced_by(&mut *tx, case).await? {
        tell_anew(&mut *tx, &earlier, now).await?;
    }
    Ok(())
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
    tell_of_all(tx, case, now).await
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
    let live = of_case(&mut *tx, &case, live).await?;
    match ban::tend(&this, live, now) {
        Tend::Keep => match case.until {
            Some(until) => jobs::schedule(tx, guild, &LIFT, id.get(), until).await,
            None => Ok(()),
        },
        Tend::Lift => {
            let earlier = underneath(&mut *tx, &case, now).await?;
            release(tx, &case, earlier, case.actor, now).await
        }
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
    if matches!(state, ActState::Lifted | ActState::Superseded) {
        // They read that they are banned, and until when.
        tell_of_all(&mut *tx, case, now).await?;
    }
    cards::case_changed(&mut *tx, case, now).await?;
    refresh(tx, case, now).await
}

/// A later ban of ours has taken the place of one.
async fn replace(tx: &mut SqliteConnection, case: &Case, by: &Case, now: Timestamp) -> Result<()> {
    store::set_replaced(&mut *tx, case.id, by.number, now).await?;
    jobs::cancel(&mut *tx, case.guild, &LIFT, case.id.get()).await?;
    // They read until when they are banned.
    tell_of_all(&mut *tx, case, now).await?;
    cards::case_changed(&mut *tx, case, now).await?;
    refresh(tx, case, now).await
}

/// A ban is in force, or nobody knows whether it is: in the transaction that notes that.
pub async fn acted(tx: &mut SqliteConnection, case: &Case, outcome: &Outcome, now: Timestamp) -> Result<()> {
    if matches!(outcome, Outcome::Failed(_)) {
        return Ok(());
    }
    if *outcome != Outcome::Unknown {
        for earlier in open_before(&mut *tx, case).await? {
            replace(&mut *tx, &earlier, case, now).await?;
        }
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
    for case in open_before(&mut *tx, by).await? {
        end(&mut *tx, &case, ActState::Lifted, now, now).await?;
    }
    Ok(())
}

/// The bans of a person that may be in force, from before a case.
async fn open_before(tx: &mut SqliteConnection, case: &Case) -> Result<Vec<Case>> {
    let mut open = store::bans_open(tx, case.guild, case.member).await?;
    open.retain(|earlier| earlier.number < case.number);
    Ok(open)
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
        | Outcome::Failed(FailureReason::Gone) => {
            over(&mut *tx, &case, now).await?;
            // It was taken back while it was being sent, and an earlier one is lifted with it.
            match underneath(&mut *tx, &case, now).await? {
                Some(earlier) => {
                    store::set_in_force_again(&mut *tx, earlier.id).await?;
                    act(&mut *tx, &earlier, None, now).await?;
                    // Its notice has just been told that it is over.
                    tell_of_all(tx, &earlier, now).await
                }
                None => Ok(()),
            }
        }
        // What Discord holds now will tell.
        Outcome::Unknown | Outcome::Failed(FailureReason::Late) => {
            jobs::schedule(tx, case.guild, &LIFT, case.id.get(), now).await
        }
        Outcome::Failed(why) => not_lifted(tx, &case, *why, now).await,
    }
}
