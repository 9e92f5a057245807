//! Does what is due: jobs, and what stands in the outbox.
//!
//! One pass looks at what is due by the clock, takes it on and starts it; the next pass follows when
//! something was committed, something has ended, or the next thing is due. What it took on stands in
//! the database before anything happens, and so does its outcome afterwards.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, warn};

use crate::app::{App, Health};
use crate::clock::Timestamp;
use crate::db::Trouble;
use crate::discord::outbox::delivery;
use crate::discord::outbox::delivery::DeliveryStep;
use crate::discord::outbox::queue as outbox;
use crate::discord::outbox::queue::{Due, Waiting};
use crate::discord::outbox::{Effect, FailureReason, OrderEnded, Outcome as Ending};
use crate::error::{Error, Result};
use crate::feature::card;
use crate::ids::OutboxId;
use crate::runtime::dispatch::caught;

use crate::app::runner::{PACE, Pass};
use crate::jobs::{ALERT, Job, Kind, Outcome, queue};

/// Jobs and orders that may be under way at once.
const AT_ONCE: usize = 8;
/// How long a claim holds where the process lives on but the job does not end.
const LEASE: Duration = Duration::from_secs(3_600);
/// The waits before a failed job is run again, in seconds; the last one is repeated.
const WAITS_S: [u64; 6] = [5, 30, 120, 600, 1_800, 3_600];
/// How long the runner waits at most where something is due that it cannot take on.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// The wait before an outcome that the database did not take is offered to it again; it doubles
/// each time, up to the longest.
const NOTE_AGAIN: Duration = Duration::from_millis(250);
const NOTE_AGAIN_MOST: Duration = Duration::from_secs(8);
/// So often a feature may fail to hear an outcome before that is stored without it.
const MOST_FAULTS: usize = 3;

/// Works until it is told to stop; what is under way then is finished by `tasks`.
pub async fn run(app: Arc<App>, tasks: TaskTracker, stop: CancellationToken) {
    if stop.run_until_cancelled(app.discord.introduced()).await.is_none() {
        return;
    }
    let (mut commits, mut ended) = (app.db.commits(), app.runner.ended());
    while !stop.is_cancelled() {
        // Whatever happens from here on is a reason to look again.
        let known = *commits.borrow_and_update();
        ended.mark_unchanged();
        let now = app.clock.now();
        let next = match pass(&app, &tasks, now).await {
            Ok(next) => next,
            Err(error) => {
                unwell(&app, error);
                Some(now)
            }
        };
        // What was due and was not taken on waits for something that is under way. What fell due during
        // the pass does not: that is due later than `now`, so the wait for it ends at once.
        let later = next.filter(|next| *next > now);
        app.runner.set_seen(Pass { commits: Some(known), next });
        tokio::select! {
            () = stop.cancelled() => {}
            _ = commits.changed() => {}
            _ = ended.changed() => {}
            () = app.clock.wait(later) => {}
            () = tokio::time::sleep(LOOK_AGAIN), if later != next => {}
        }
    }
}

/// What an earlier process left is free to be taken on again. To be called before [`run`].
pub async fn take_over(app: &App) -> Result<()> {
    app.db
        .write(async |tx| {
            queue::release(&mut *tx).await?;
            outbox::release(tx).await
        })
        .await
}

/// A busy or full disk is told once by the database itself; anything else is ours.
fn unwell(app: &App, error: Error) {
    match error {
        Error::Told(message) => debug!(reason = %message.key, "what is due waits"),
        Error::Fault(error) => drop(app.report("jobs", &error)),
    }
}

/// Takes on what is due at `now`, and says when something is due next.
async fn pass(app: &Arc<App>, tasks: &TaskTracker, now: Timestamp) -> Result<Option<Timestamp>> {
    for job in claim(app, now).await? {
        start(app, tasks, |app| async move { run_job(&app, &job).await });
    }
    for order in take_on(app, now).await? {
        start(app, tasks, move |app| async move { deliver(&app, order, now).await });
    }
    let (job, order) = (queue::next_due(app.db.read()).await?, outbox::next_due(app.db.read()).await?);
    Ok(job.into_iter().chain(order).min())
}

/// Runs in the background, counted.
fn start<F: Future<Output = ()> + Send + 'static>(
    app: &Arc<App>,
    tasks: &TaskTracker,
    work: impl FnOnce(Arc<App>) -> F,
) {
    let hand = Hand::take(app);
    let work = work(Arc::clone(app));
    tasks.spawn(async move {
        work.await;
        drop(hand);
    });
}

/// One of those that may be under way at once; free again when it is dropped, however that comes.
struct Hand(Arc<App>);

impl Hand {
    fn take(app: &Arc<App>) -> Self {
        app.runner.begin();
        Self(Arc::clone(app))
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.0.runner.end();
    }
}

/// How many more may be started.
fn free_hands(app: &App) -> i64 {
    i64::try_from(AT_ONCE.saturating_sub(app.runner.under_way())).unwrap_or(0)
}

async fn claim(app: &App, now: Timestamp) -> Result<Vec<Job>> {
    let hands = free_hands(app);
    if hands == 0 || queue::next_due(app.db.read()).await?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    let lease = now.plus(LEASE);
    app.db.write(async move |tx| queue::claim(tx, now, lease, hands).await).await
}

async fn run_job(app: &Arc<App>, job: &Job) {
    let kind = app.jobs().find(|kind| kind.name == job.kind);
    let outcome = match kind {
        Some(Kind { run, .. }) => caught(run(app, job)).await,
        // From a version that had it; a later one may have it again.
        None => Ok(Outcome::GiveUp("no feature has such a job".to_owned())),
    };
    let outcome = outcome.unwrap_or_else(|error| match error {
        Error::Told(message) => Outcome::Retry(message.key.into_owned()),
        Error::Fault(error) => Outcome::Retry(app.report(&job.kind, &error)),
    });
    let (id, guild, name) = (job.id, job.guild, &job.kind);
    match &outcome {
        Outcome::Done => {}
        Outcome::Retry(why) if job.tries + 1 == ALERT => {
            error!(job.id = %id, guild.id = %guild, job.kind = name, why, "failed {ALERT} times; it will be tried again");
        }
        Outcome::Retry(why) => warn!(job.id = %id, guild.id = %guild, job.kind = name, why, "to be tried again"),
        Outcome::GiveUp(why) => {
            Health::count(&app.health.jobs_given_up);
            error!(job.id = %id, guild.id = %guild, job.kind = name, why, "given up");
        }
    }
    let again = app.clock.now().plus(wait(job.tries));
    note(app, |_| {
        let (job, outcome) = (job.clone(), outcome.clone());
        async move |tx: &mut sqlx::SqliteConnection| match &outcome {
            Outcome::Done => queue::delete_done(tx, &job).await,
            Outcome::Retry(why) => queue::set_again(tx, &job, again, why).await,
            Outcome::GiveUp(why) => queue::set_given_up(tx, &job, why).await,
        }
    })
    .await;
}

/// The wait after so many failures before.
fn wait(tries: i64) -> Duration {
    let seconds = usize::try_from(tries).ok().and_then(|at| WAITS_S.get(at)).copied();
    Duration::from_secs(seconds.unwrap_or(WAITS_S[WAITS_S.len() - 1]))
}

/// Marks what can be sent now as being sent; what would come too close upon another waits.
async fn take_on(app: &App, now: Timestamp) -> Result<Vec<Waiting>> {
    let hands = free_hands(app);
    if hands == 0 || outbox::next_due(app.db.read()).await?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    let Due { ready: due, unreadable } = outbox::due(app.db.read(), now, hands).await?;
    for id in &unreadable {
        error!(outbox.id = %id, "an order that this version cannot read; it is not done");
    }
    let early = |order: &Waiting| app.runner.pace(&order.lane, now).filter(|_| is_message(&order.effect));
    let (early, ready): (Vec<_>, Vec<_>) =
        due.into_iter().map(|order| (early(&order), order)).partition(|(next, _)| next.is_some());
    let ready: Vec<Waiting> = ready.into_iter().map(|(_, order)| order).collect();
    let postponed: Vec<_> = early.into_iter().filter_map(|(next, order)| Some((order.id, next?))).collect();
    let ids: Vec<OutboxId> = ready.iter().map(|order| order.id).collect();
    let taken = app.db.write(async move |tx| {
        for (id, next) in postponed {
            outbox::set_due(&mut *tx, id, next).await?;
        }
        for id in unreadable {
            outbox::set_ended(&mut *tx, id, &Ending::Failed(FailureReason::Refused), now).await?;
        }
        let mut taken = Vec::new();
        for id in ids {
            if outbox::set_sending(&mut *tx, id, now).await? {
                taken.push(id);
            }
        }
        Ok(taken)
    });
    let taken = taken.await?;
    Ok(ready.into_iter().filter(|order| taken.contains(&order.id)).collect())
}

const fn is_message(effect: &Effect) -> bool {
    matches!(effect, Effect::Post { .. } | Effect::ForumPost { .. } | Effect::Dm { .. })
}

async fn deliver(app: &Arc<App>, order: Waiting, now: Timestamp) {
    let tried = caught(delivery::deliver(app, &order, now)).await.unwrap_or_else(|error| {
        unwell(app, error);
        // Whether something was sent before the database failed is not known.
        DeliveryStep::Again { due: app.clock.now().plus(PACE), tried_at: Some(order.tried_at.unwrap_or(now)) }
    });
    if is_message(&order.effect) {
        app.runner.wrote(order.lane.clone(), app.clock.now());
    }
    note(app, |faults| {
        let (app, order, tried) = (Arc::clone(app), order.clone(), tried.clone());
        async move |tx: &mut sqlx::SqliteConnection| match tried {
            DeliveryStep::Again { due, tried_at } => outbox::set_pending(tx, order.id, due, tried_at).await,
            DeliveryStep::Ended(outcome) => {
                let now = app.clock.now();
                outbox::set_ended(&mut *tx, order.id, &outcome, now).await?;
                // What cannot be heard must not hold up what stands behind it in the lane.
                if faults >= MOST_FAULTS {
                    return Ok(());
                }
                let delivered = app.feature(&order.feature).and_then(|feature| feature.on_order_ended);
                let Waiting { id, guild, purpose, row, effect, .. } = order;
                let ended = OrderEnded { id, guild, purpose, row, effect, outcome };
                card::order_ended(&mut *tx, &ended).await?;
                match delivered {
                    Some(hear) => hear(tx, &ended, now).await,
                    None => Ok(()),
                }
            }
        }
    })
    .await;
}

/// Stores an outcome, however long the database takes to accept it: what was done must not be done
/// again in this life of the process. `work` is given how often it has failed by itself so far.
async fn note<F>(app: &App, work: impl Fn(usize) -> F)
where
    F: for<'t> AsyncFnOnce(&'t mut sqlx::SqliteConnection) -> Result<()> + Send + 'static,
{
    let (mut faults, mut pause) = (0, NOTE_AGAIN);
    while let Err(error) = app.db.write(work(faults)).await {
        faults += usize::from(!Trouble::is_behind(&error));
        unwell(app, error);
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(NOTE_AGAIN_MOST);
    }
}
