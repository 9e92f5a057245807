//! Bounded queues between the gateway and the features.
//!
//! Serenity starts a task for every event; here such a task only hands over, so that memory stays
//! bounded in a flood. Interactions have a queue and workers of their own, because people wait for
//! them; all other events are shown to the features one after the other, in the order in which
//! Discord sent them. What finds its queue full is dropped and counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serenity::all::{Context, Event, Interaction};
use serenity::async_trait;
use serenity::client::RawEventHandler;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::task::TaskTracker;

use crate::app::{App, Health};
use crate::config::Limits;

use super::dispatch::{self, Stage};

/// The sending side: what the gateway holds.
pub struct Intake {
    app: Arc<App>,
    interactions: mpsc::Sender<(Context, Interaction)>,
    events: mpsc::Sender<Box<Event>>,
    progress: Arc<Progress>,
}

/// The receiving side, before its workers run.
pub struct Queues {
    interactions: mpsc::Receiver<(Context, Interaction)>,
    events: mpsc::Receiver<Box<Event>>,
    progress: Arc<Progress>,
    workers: usize,
}

/// How far the intake has come, for whoever waits until all is done.
#[derive(Debug, Default)]
pub struct Progress {
    /// Dispatches of the current session, counted as Discord numbers them: READY is 1.
    session: AtomicU64,
    /// Handed over and not yet done.
    open: AtomicU64,
    changed: Notify,
}

impl Progress {
    /// Whether dispatch number `seq` of the session has arrived and nothing is under way.
    pub fn settled(&self, seq: u64) -> bool {
        self.session.load(Ordering::SeqCst) >= seq && self.open.load(Ordering::SeqCst) == 0
    }

    /// Returns when something has arrived or been done since the call.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    fn opened(&self) {
        self.open.fetch_add(1, Ordering::SeqCst);
    }

    fn done(&self) {
        self.open.fetch_sub(1, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    fn arrived(&self, ready: bool) {
        if ready {
            self.session.store(1, Ordering::SeqCst);
        } else {
            self.session.fetch_add(1, Ordering::SeqCst);
        }
        self.changed.notify_waiters();
    }
}

/// Both ends of the queues.
pub fn queues(app: &Arc<App>, limits: &Limits) -> (Intake, Queues) {
    let (interactions, interactions_in) = mpsc::channel(limits.interactions);
    let (events, events_in) = mpsc::channel(limits.events);
    let progress = Arc::new(Progress::default());
    (
        Intake { app: Arc::clone(app), interactions, events, progress: Arc::clone(&progress) },
        Queues { interactions: interactions_in, events: events_in, progress, workers: limits.interaction_workers },
    )
}

impl Intake {
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    fn offer(&self, ctx: Context, event: Event) {
        self.progress.opened();
        let (sent, dropped) = match event {
            Event::InteractionCreate(event) => {
                (self.interactions.try_send((ctx, event.interaction)).is_ok(), &self.app.health.dropped_interactions)
            }
            event => (self.events.try_send(Box::new(event)).is_ok(), &self.app.health.dropped_events),
        };
        if !sent {
            Health::count(dropped);
            self.progress.done();
        }
    }
}

#[async_trait]
impl RawEventHandler for Intake {
    async fn raw_event(&self, ctx: Context, event: Event) {
        self.app.discord.heard(&event, self.app.clock.now());
        // Before it queues: whoever acts next is judged by the roles of now, however long the queue is.
        self.app.discord.directory.learn(&event);
        if let Event::Unknown(_) = event {
            Health::count(&self.app.health.unread_events);
        }
        // Opened before it counts as arrived, so that nobody sees it arrived and nothing open.
        let ready = matches!(event, Event::Ready(_));
        self.offer(ctx, event);
        self.progress.arrived(ready);
    }
}

impl Queues {
    /// Starts the workers; they end when the gateway has let go of its side and all is done.
    pub fn work(self, stage: Arc<Stage>, tasks: &TaskTracker) {
        let Self { mut interactions, mut events, progress, workers } = self;
        let done = Arc::clone(&progress);
        let app = Arc::clone(&stage.app);
        tasks.spawn(async move {
            while let Some(event) = events.recv().await {
                dispatch::event(&app, &event).await;
                done.done();
            }
        });
        let permits = Arc::new(Semaphore::new(workers));
        let inner = tasks.clone();
        tasks.spawn(async move {
            while let Some((ctx, interaction)) = interactions.recv().await {
                let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { break };
                let (stage, done) = (Arc::clone(&stage), Arc::clone(&progress));
                inner.spawn(async move {
                    dispatch::interaction(&stage, &ctx, interaction).await;
                    done.done();
                    drop(permit);
                });
            }
        });
    }
}
