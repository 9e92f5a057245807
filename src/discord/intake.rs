//! Bounded queues between the gateway and the features.
//!
//! Serenity starts a task for every event; here such a task only hands over, so that memory stays
//! bounded in a flood. Interactions have a queue and workers of their own, because people wait for
//! them; all other events are shown to the features one after the other, in the order in which
//! Discord sent them. When their queue is full, the gateway's thread waits a little, so that
//! Discord's own buffer fills instead of ours; what still finds no room is dropped and counted.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use serenity::all::{Context, Event, Interaction};
use serenity::async_trait;
use serenity::client::RawEventHandler;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::task::TaskTracker;

use crate::app::{App, Health};
use crate::clock::monotonic;
use crate::config::Limits;

use super::dispatch::{self, Stage};

/// How long the gateway's thread waits for room: short enough for heartbeats to go out in time.
const PATIENCE: Duration = Duration::from_secs(2);

/// The sending side: what the gateway holds.
pub struct Intake {
    app: Arc<App>,
    interactions: mpsc::Sender<(Context, Interaction)>,
    events: mpsc::Sender<Box<Event>>,
    room: Arc<Room>,
    progress: Arc<Progress>,
}

/// The receiving side, before its workers run.
pub struct Queues {
    interactions: mpsc::Receiver<(Context, Interaction)>,
    events: mpsc::Receiver<Box<Event>>,
    room: Arc<Room>,
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
    let (progress, room) = (Arc::new(Progress::default()), Arc::new(Room::default()));
    let queues = Queues {
        interactions: interactions_in,
        events: events_in,
        room: Arc::clone(&room),
        progress: Arc::clone(&progress),
        workers: limits.interaction_workers,
    };
    (Intake { app: Arc::clone(app), interactions, events, room, progress }, queues)
}

impl Intake {
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Whether the event found room, at once or within a little.
    fn offer_event(&self, mut event: Box<Event>) -> bool {
        let mut until = None;
        loop {
            match self.events.try_send(event) {
                Ok(()) => {
                    self.room.jammed.store(false, Ordering::Relaxed);
                    return true;
                }
                Err(TrySendError::Closed(_)) => return false,
                Err(TrySendError::Full(back)) => event = back,
            }
            let now = monotonic();
            if self.room.jammed.load(Ordering::Relaxed) || *until.get_or_insert(now + PATIENCE) <= now {
                self.room.jammed.store(true, Ordering::Relaxed);
                return false;
            }
            self.room.wait();
        }
    }

    fn offer(&self, ctx: Context, event: Event) {
        self.progress.opened();
        let (sent, dropped) = match event {
            Event::InteractionCreate(event) => {
                (self.interactions.try_send((ctx, event.interaction)).is_ok(), &self.app.health.dropped_interactions)
            }
            event => (self.offer_event(lean(event)), &self.app.health.dropped_events),
        };
        if !sent {
            Health::count(dropped);
            self.progress.done();
        }
    }
}

/// Lets go of what nobody may read or needs, on the thread that made it: the text of messages, and
/// the members of a server but for those in voice.
fn lean(mut event: Event) -> Box<Event> {
    match &mut event {
        Event::MessageCreate(event) => {
            let message = &mut event.message;
            (message.content, message.embeds, message.attachments) = Default::default();
            if let Some(answered) = &mut message.referenced_message {
                (answered.content, answered.embeds, answered.attachments) = Default::default();
            }
        }
        Event::GuildCreate(event) => {
            let guild = &mut event.guild;
            let voice = &guild.voice_states;
            guild.members.retain(|member, _| voice.contains_key(member));
            guild.members.shrink_to_fit();
            (guild.presences, guild.emojis, guild.stickers) = Default::default();
        }
        _ => {}
    }
    Box::new(event)
}

/// Where the gateway's thread waits for room in the queue of events.
#[derive(Debug, Default)]
struct Room {
    wanted: AtomicBool,
    /// Waiting was in vain, so it is not tried again until there is room by itself.
    jammed: AtomicBool,
    lock: Mutex<()>,
    made: Condvar,
}

impl Room {
    /// Waits until an event has been taken out, or a little.
    fn wait(&self) {
        let held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        self.wanted.store(true, Ordering::SeqCst);
        let waited = self.made.wait_timeout(held, Duration::from_millis(20));
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// An event has been taken out.
    fn made(&self) {
        if self.wanted.swap(false, Ordering::SeqCst) {
            let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
            self.made.notify_one();
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
        let Self { mut interactions, mut events, room, progress, workers } = self;
        let done = Arc::clone(&progress);
        let app = Arc::clone(&stage.app);
        tasks.spawn(async move {
            while let Some(event) = events.recv().await {
                room.made();
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
