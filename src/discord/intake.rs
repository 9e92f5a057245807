//! Bounded queues between the gateway and the features.
//!
//! Serenity starts a task for every event; here such a task only hands over, so that memory stays
//! bounded in a flood. Interactions have a queue and workers of their own, because people wait for
//! them; all other events are shown to the features one after the other, in the order in which
//! Discord sent them. What finds its queue full is dropped and counted, but never what the shape of
//! a server hangs on: that waits for room.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::{Context, Event, Interaction, InteractionId};
use serenity::async_trait;
use serenity::client::RawEventHandler;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::task::TaskTracker;

use crate::app::{App, Health};
use crate::clock::Timestamp;
use crate::config::Limits;

use super::dispatch::{self, Stage};

/// How many interactions are remembered against being told of the same one twice.
const SEEN: usize = 512;

/// An event and when it came.
type Arrival = (Timestamp, Box<Event>);

/// The sending side: what the gateway holds.
pub struct Intake {
    app: Arc<App>,
    interactions: mpsc::Sender<(Context, Interaction)>,
    events: mpsc::Sender<Arrival>,
    seen: Mutex<VecDeque<InteractionId>>,
    progress: Arc<Progress>,
}

/// The receiving side, before its workers run.
pub struct Queues {
    interactions: mpsc::Receiver<(Context, Interaction)>,
    events: mpsc::Receiver<Arrival>,
    progress: Arc<Progress>,
    workers: usize,
}

/// How far the intake has come, for whoever waits until all is done.
#[derive(Debug, Default)]
pub struct Progress {
    /// Dispatches of the current session, counted as Discord numbers them: READY is 1.
    session: AtomicU64,
    /// Sessions begun.
    sessions: AtomicU64,
    /// Handed over and not yet done.
    open: AtomicU64,
    changed: Notify,
}

impl Progress {
    /// Whether dispatch number `seq` of the session has arrived and nothing is under way.
    pub fn settled(&self, seq: u64) -> bool {
        self.session.load(Ordering::SeqCst) >= seq && self.open.load(Ordering::SeqCst) == 0
    }

    /// How many sessions have begun since the start.
    pub fn sessions(&self) -> u64 {
        self.sessions.load(Ordering::SeqCst)
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
            self.sessions.fetch_add(1, Ordering::SeqCst);
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
        Intake { app: Arc::clone(app), interactions, events, seen: Mutex::default(), progress: Arc::clone(&progress) },
        Queues { interactions: interactions_in, events: events_in, progress, workers: limits.interaction_workers },
    )
}

impl Intake {
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    async fn offer(&self, ctx: Context, event: Event) {
        let arrival = self.app.clock.now();
        let (taken, dropped) = match event {
            // Discord may send the same dispatch twice; nobody's act is done twice.
            Event::InteractionCreate(event) if !self.is_new(event.interaction.id()) => return self.progress.done(),
            Event::InteractionCreate(event) => {
                (self.interactions.try_send((ctx, event.interaction)).is_ok(), &self.app.health.dropped_interactions)
            }
            // Those who wait for room come before all that would be dropped, in their order.
            event if is_vital(&event) => {
                (self.events.send((arrival, Box::new(event))).await.is_ok(), &self.app.health.dropped_events)
            }
            event => (self.events.try_send((arrival, Box::new(event))).is_ok(), &self.app.health.dropped_events),
        };
        if !taken {
            Health::count(dropped);
            self.progress.done();
        }
    }

    fn is_new(&self, id: InteractionId) -> bool {
        // A list of ids is whole whatever happened to whoever held it.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.contains(&id) {
            return false;
        }
        if seen.len() == SEEN {
            seen.pop_front();
        }
        seen.push_back(id);
        true
    }
}

/// Sessions, servers, roles and channels: rare, and everything else is read with their help.
fn is_vital(event: &Event) -> bool {
    matches!(
        event,
        Event::Ready(_)
            | Event::Resumed(_)
            | Event::GuildCreate(_)
            | Event::GuildDelete(_)
            | Event::GuildUpdate(_)
            | Event::GuildRoleCreate(_)
            | Event::GuildRoleUpdate(_)
            | Event::GuildRoleDelete(_)
            | Event::ChannelCreate(_)
            | Event::ChannelUpdate(_)
            | Event::ChannelDelete(_)
    )
}

#[async_trait]
impl RawEventHandler for Intake {
    async fn raw_event(&self, ctx: Context, event: Event) {
        self.app.discord.heard(&event);
        if let Event::Unknown(_) = event {
            Health::count(&self.app.health.unread_events);
        }
        // Opened before it counts as arrived, so that nobody sees it arrived and nothing open.
        self.progress.opened();
        self.progress.arrived(matches!(event, Event::Ready(_)));
        self.offer(ctx, event).await;
    }
}

impl Queues {
    /// Starts the workers; they end when the gateway has let go of its side and all is done.
    pub fn work(self, stage: Arc<Stage>, tasks: &TaskTracker) {
        let Self { mut interactions, mut events, progress, workers } = self;
        let done = Arc::clone(&progress);
        let app = Arc::clone(&stage.app);
        tasks.spawn(async move {
            while let Some((arrival, event)) = events.recv().await {
                dispatch::event(&app, &event).await;
                app.discord.alive(arrival);
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
