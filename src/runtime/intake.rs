//! Bounded queues between the gateway and the features.
//!
//! Serenity starts a task for every event; here such a task only hands over, so that memory stays
//! bounded in a flood. Interactions have a queue and workers of their own, because people wait for
//! them; all other events are shown to the features one after the other, in the order in which
//! Discord sent them. When their queue is full, the gateway's thread waits a little, so that
//! Discord's own buffer fills instead of ours; what still finds no room is dropped and counted, but
//! never what the shape of a server hangs on: that waits on.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use serenity::all::{Context, Event, InteractionId};
use serenity::async_trait;
use serenity::client::RawEventHandler;
use tokio::sync::futures::Notified;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::task::TaskTracker;
use tracing::warn;

use crate::app::queue_depths::{Arrival, QueueDepths};
use crate::app::{App, Health};
use crate::clock::monotonic;
use crate::config::Limits;
use crate::discord::interaction::budget;
use crate::error::Error;
use crate::ids;

use crate::discord::access::user_locale::{UserLocale, UserLocales};
use crate::runtime::dispatch;
use crate::runtime::dispatch::Dispatcher;

/// How long the gateway's thread waits for room: short enough for people and heartbeats.
const ROOM_WITHIN: Duration = Duration::from_millis(500);
/// How many interactions are remembered against being told of the same one twice.
const SEEN: usize = 512;

/// The sending side: what the gateway holds.
pub struct Intake {
    app: Arc<App>,
    interactions: mpsc::Sender<(Context, serenity::all::Interaction)>,
    events: mpsc::Sender<Arrival>,
    room: Arc<Room>,
    seen: Mutex<VecDeque<InteractionId>>,
    progress: Arc<Progress>,
}

/// The receiving side, before its workers run.
pub struct Queues {
    interactions: mpsc::Receiver<(Context, serenity::all::Interaction)>,
    events: mpsc::Receiver<Arrival>,
    room: Arc<Room>,
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
    /// Interactions that have arrived and were not taken up yet: they grow old meanwhile.
    waiting: AtomicU64,
    changed: Notify,
}

impl Progress {
    /// Whether dispatch number `seq` of the session has arrived.
    pub fn has_arrived(&self, seq: u64) -> bool {
        self.session.load(Ordering::SeqCst) >= seq
    }

    /// Whether dispatch number `seq` of the session has arrived and nothing is under way.
    pub fn settled(&self, seq: u64) -> bool {
        self.has_arrived(seq) && self.open.load(Ordering::SeqCst) == 0
    }

    /// How many sessions have begun since the start.
    pub fn sessions(&self) -> u64 {
        self.sessions.load(Ordering::SeqCst)
    }

    /// Ends once something has arrived or been done since this call, polled before that or not.
    pub fn changed(&self) -> Notified<'_> {
        self.changed.notified()
    }

    /// Whether every interaction that has arrived was taken up.
    pub fn is_taken_up(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) == 0
    }

    fn waits(&self) {
        self.waiting.fetch_add(1, Ordering::SeqCst);
    }

    fn taken_up(&self) {
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        self.changed.notify_waiters();
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
    let (progress, room) = (Arc::new(Progress::default()), Arc::new(Room::default()));
    let queues = Queues {
        interactions: interactions_in,
        events: events_in,
        room: Arc::clone(&room),
        progress: Arc::clone(&progress),
        workers: limits.interaction_workers,
    };
    (Intake { app: Arc::clone(app), interactions, events, room, seen: Mutex::default(), progress }, queues)
}

impl Intake {
    /// How full its queues are, for whoever watches.
    pub fn depths(&self) -> QueueDepths {
        QueueDepths {
            interactions: self.interactions.downgrade(),
            events: self.events.downgrade(),
            jammed: Arc::clone(&self.room.jammed),
        }
    }

    /// How far it has come, for whoever waits.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    async fn offer(&self, ctx: Context, event: Event) {
        let arrival = self.app.clock.now();
        let (taken, dropped) = match event {
            // Discord may send the same dispatch twice; nobody's act is done twice.
            Event::InteractionCreate(event) if !self.is_new(event.interaction.id()) => {
                self.progress.taken_up();
                return self.progress.done();
            }
            Event::InteractionCreate(event) => {
                let taken = self.interactions.try_send((ctx, event.interaction)).is_ok();
                if !taken {
                    self.progress.taken_up();
                }
                (taken, &self.app.health.dropped_interactions)
            }
            event => (self.offer_event((arrival, lean(event))).await, &self.app.health.dropped_events),
        };
        if !taken {
            Health::count(dropped);
            self.progress.done();
        }
    }

    /// Whether the event found room, at once or after a while.
    async fn offer_event(&self, arrival: Arrival) -> bool {
        match self.press(arrival) {
            Ok(()) => true,
            // What waits like this comes before all that would be dropped, in its order.
            Err(arrival) if is_vital(&arrival.1) => self.events.send(arrival).await.is_ok(),
            Err(_) => false,
        }
    }

    /// Tries for a little, holding up the gateway's thread.
    fn press(&self, mut arrival: Arrival) -> Result<(), Arrival> {
        let mut until = None;
        loop {
            match self.events.try_send(arrival) {
                Ok(()) => {
                    self.room.jammed.store(false, Ordering::Relaxed);
                    return Ok(());
                }
                Err(TrySendError::Full(back) | TrySendError::Closed(back)) => arrival = back,
            }
            let now = monotonic();
            let closed = self.events.is_closed();
            if closed || self.room.jammed.load(Ordering::Relaxed) || *until.get_or_insert(now + ROOM_WITHIN) <= now {
                if !self.room.jammed.swap(true, Ordering::Relaxed) && !closed {
                    warn!("the queue of events is full: what finds no room is dropped and counted");
                }
                return Err(arrival);
            }
            self.room.wait();
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
    jammed: Arc<AtomicBool>,
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
        self.app.discord.heard(&event);
        // Here and not behind the queue, so that a command that comes right after it finds it known.
        self.app.discord.directory.learn(&event, self.app.discord.me().map(|me| me.bot));
        if let Event::Unknown(_) = event {
            Health::count(&self.app.health.unread_events);
        }
        // Opened before it counts as arrived, so that nobody sees it arrived and nothing open.
        self.progress.opened();
        if matches!(event, Event::InteractionCreate(_)) {
            self.progress.waits();
        }
        self.progress.arrived(matches!(event, Event::Ready(_)));
        self.offer(ctx, event).await;
    }
}

impl Queues {
    /// Starts the workers; they end when the gateway has let go of its side and all is done.
    pub fn work(self, dispatcher: Arc<Dispatcher>, tasks: &TaskTracker) {
        let Self { mut interactions, mut events, room, progress, workers } = self;
        let done = Arc::clone(&progress);
        let app = Arc::clone(&dispatcher.app);
        tasks.spawn(async move {
            while let Some((arrival, event)) = events.recv().await {
                room.made();
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
                let (dispatcher, done) = (Arc::clone(&dispatcher), Arc::clone(&progress));
                let is_too_old = budget::is_too_old(&dispatcher.app, interaction.id().into());
                done.taken_up();
                if is_too_old {
                    Health::count(&dispatcher.app.health.late_interactions);
                    done.done();
                    continue;
                }
                inner.spawn(async move {
                    let (id, reader) = (interaction.id().into(), UserLocale::from_interaction(&interaction));
                    dispatch::interaction(&dispatcher, &ctx, interaction).await;
                    // The answer is out: what follows keeps nobody waiting.
                    drop(permit);
                    if let Some(reader) = reader {
                        note_locale(&dispatcher.app, id, reader).await;
                    }
                    done.done();
                });
            }
        });
    }
}

/// Notes the language of somebody who was answered; where the database is busy the next time will do.
async fn note_locale(app: &App, interaction: ids::InteractionId, reader: UserLocale) {
    let noted = app.state::<UserLocales>().note(&app.db, interaction, reader, app.clock.now()).await;
    if let Err(Error::Fault(error)) = noted {
        app.report("reader", &error);
    }
}
