//! The outside world in one process: an honest local Discord for tests and `steward demo`.
//!
//! REST and gateway v10 on loopback, written from Discord's documents. The bot comes to it through
//! its real client; people act through [`Person`]. Whatever Discord's documents do not allow is
//! refused as Discord refuses it and kept in [`Sandbox::violations`].
//!
//! Read in this order: [`world`] is the state and every change of it, [`wire`] its JSON, [`rights`]
//! and [`limits`] the rules. [`server`] accepts connections, [`rest`] and [`gateway`] serve the bot,
//! [`interactions`] follow one from the press to its answers, [`faults`] hold, lose and refuse requests on
//! purpose. [`actor`] is what people can do, [`shown`] what they see of a message, [`scene`] all that can be
//! seen, [`find`] looks things up by name, [`story`] is what happens in `steward demo`. Not here: voice connections, several bots,
//! stickers, payments.

pub mod actor;
pub mod faults;
mod find;
mod gateway;
mod guild;
mod handles;
pub mod intents;
mod interactions;
pub mod iso;
mod journal;
mod limits;
mod line;
mod rest;
pub mod rights;
mod scene;
mod server;
pub mod shown;
pub mod story;
mod wire;
mod world;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

pub use actor::{Answer, AnswerKind, Choice, ClientRefused, Given, Person};
pub use find::Listed;
pub use guild::{AutoModAction, BOT_RIGHTS, GuildHandle};
pub use handles::{Faults, GatewayHandle};
pub use journal::Exchange;
pub use rights::Overwrite;
pub use scene::{News, Scene};
pub use shown::Shown;

use crate::clock::{Clock, Timestamp, random};
use crate::ids::{ChannelId, GuildId};

/// Everything behind the one lock.
struct State {
    world: world::World,
    gateway: gateway::Gateway,
    interactions: interactions::Interactions,
    faults: faults::Plan,
    journal: journal::Journal,
}

impl State {
    /// Hands what happened to the gateway.
    fn deliver(&mut self) {
        for event in self.world.take_events() {
            self.gateway.deliver(&self.world, event);
        }
    }
}

struct Core {
    state: Mutex<State>,
    /// Counts changes, so that waiting is by condition.
    changed: watch::Sender<u64>,
    stop: CancellationToken,
    origin: String,
}

impl Core {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in a test's closure must not hide behind a poisoned lock.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // Whatever the clock has brought about since the last look has happened before anything else does.
        if state.world.end_due_polls() {
            state.deliver();
            self.changed.send_modify(|count| *count += 1);
        }
        state
    }

    fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    /// Changes something, sends its events, and wakes those who wait for it.
    fn act<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = {
            let mut state = self.lock();
            let result = change(&mut state);
            state.deliver();
            result
        };
        self.changed.send_modify(|count| *count += 1);
        result
    }

    /// Waits until `look` finds something, at most so long in real time.
    async fn wait<T>(&self, most: Duration, mut look: impl FnMut(&State) -> Option<T>) -> Option<T> {
        let mut changed = self.changed.subscribe();
        let search = async {
            loop {
                changed.mark_unchanged();
                if let Some(found) = self.read(&mut look) {
                    return found;
                }
                if changed.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        };
        tokio::time::timeout(most, search).await.ok()
    }
}

/// How far the bot is, for those who wait until it has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Sequence number of the last event sent in the newest session.
    pub session_seq: u64,
    /// Whether a session has a live connection.
    pub connected: bool,
    pub open_requests: usize,
    /// Interactions without an answer, or with one that says "thinking…".
    pub open_interactions: usize,
    pub identifies: u64,
    pub resumes: u64,
    /// How often READY was sent.
    pub ready: u64,
    pub heartbeats: u64,
    /// Whether events are being held back.
    pub holding: bool,
}

/// A running local Discord. Clones are handles of the same one.
#[derive(Clone)]
pub struct Sandbox(Arc<Core>);

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandbox").field("origin", &self.0.origin).finish_non_exhaustive()
    }
}

impl Sandbox {
    /// Listens at an address of the loopback network; port 0 takes any that is free.
    ///
    /// # Errors
    /// If the port is taken.
    pub async fn start(clock: Clock, address: impl Into<SocketAddr>) -> io::Result<Self> {
        let listener = TcpListener::bind(address.into()).await?;
        let address = listener.local_addr()?;
        let origin = format!("http://{address}");
        // Shaped like a real one: three parts, the first of them the id in base64.
        let token =
            format!("MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.{:06x}.{:016x}{:016x}", random() & 0xFF_FFFF, random(), random());
        let state = State {
            world: world::World::new(clock, token, origin.clone()),
            gateway: gateway::Gateway::new(format!("ws://{address}")),
            interactions: interactions::Interactions::default(),
            faults: faults::Plan::default(),
            journal: journal::Journal::default(),
        };
        let (state, stop) = (Mutex::new(state), CancellationToken::new());
        let core = Arc::new(Core { state, changed: watch::Sender::new(0), stop, origin });
        tokio::spawn(server::run(Arc::clone(&core), listener));
        Ok(Self(core))
    }

    /// Hangs up on everybody and stops listening.
    pub fn stop(&self) {
        self.0.stop.cancel();
    }

    /// What `DISCORD_API_URL` is to be.
    pub fn url(&self) -> &str {
        &self.0.origin
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.0.read(|state| state.world.token.clone())
    }

    /// The clock that message ids, time-outs and the 15 minutes of a token go by.
    pub fn clock(&self) -> Clock {
        self.0.read(|state| state.world.clock.clone())
    }

    /// A guild with an owner and the bot, which may do everything but administrate.
    pub fn guild(&self, name: &str) -> GuildHandle {
        self.guild_with(name, BOT_RIGHTS)
    }

    /// A guild whose bot holds exactly these permissions (and those of @everyone).
    pub fn guild_with(&self, name: &str, bot_permissions: u64) -> GuildHandle {
        let id = self.0.act(|state| state.world.new_guild(name, bot_permissions));
        self.guild_handle(id)
    }

    /// The handle of a guild that is there already.
    pub fn guild_handle(&self, id: GuildId) -> GuildHandle {
        GuildHandle { core: Arc::clone(&self.0), id }
    }

    /// Trouble with the gateway.
    pub fn gateway(&self) -> GatewayHandle {
        GatewayHandle { core: Arc::clone(&self.0) }
    }

    /// Trouble with REST.
    pub fn faults(&self) -> Faults {
        Faults { core: Arc::clone(&self.0) }
    }

    /// The messages of a channel as this person sees them, oldest first.
    pub fn messages(&self, channel: ChannelId, viewer: &Person) -> Vec<Shown> {
        self.0.read(|state| shown::channel(&state.world, channel, viewer.id()))
    }

    /// What the bot has written by itself, everywhere: answers to people are not among it.
    pub fn written_by_bot(&self) -> Vec<Shown> {
        self.0.read(|state| {
            let messages = state.world.channels.values().flat_map(|channel| channel.messages.values());
            let own = messages.filter(|message| message.author == state.world.bot && message.interaction.is_none());
            own.map(|message| shown::message_of(&state.world, message)).collect()
        })
    }

    /// What the bot and this person wrote to each other.
    pub fn dms(&self, person: &Person) -> Vec<Shown> {
        let id = person.id();
        self.0.read(|state| {
            let channel = state.world.channels.values().find(|channel| channel.recipient == Some(id));
            channel.map_or_else(Vec::new, |channel| shown::channel(&state.world, channel.id, id))
        })
    }

    /// Registered commands, global ones first, as Discord keeps them.
    pub fn commands(&self) -> Vec<Value> {
        self.0.read(|state| state.world.commands.values().flatten().cloned().collect())
    }

    /// The guild as Discord's description has it: roles, permissions, owner.
    pub fn guild_json(&self, id: GuildId) -> Value {
        self.0.read(|state| wire::guild(&state.world, id))
    }

    /// The guild's audit log, oldest first.
    pub fn audit_log(&self, id: GuildId) -> Vec<Value> {
        self.0.read(|state| {
            let guild = state.world.guild(id);
            guild.map_or_else(Vec::new, |guild| guild.audit.iter().map(wire::audit_entry).collect())
        })
    }

    /// Bytes of a file by the address it has in a message.
    pub fn file(&self, url: &str) -> Option<Vec<u8>> {
        let id: i64 = url.rsplit('/').nth(1)?.parse().ok()?;
        self.0.read(|state| {
            let messages = state.world.channels.values().flat_map(|channel| channel.messages.values());
            let mut files = messages.flat_map(|message| &message.attachments);
            files.find(|file| file.id == id).map(|file| file.bytes.clone())
        })
    }

    /// Requests of a route so far: `POST /channels/*/messages`.
    pub fn calls(&self, route: &str) -> Vec<Exchange> {
        self.0.read(|state| {
            let exchanges = state.journal.exchanges.iter();
            exchanges.filter(|one| journal::names(route, &one.method, &one.path)).cloned().collect()
        })
    }

    /// Every request so far.
    pub fn requests(&self) -> Vec<Exchange> {
        self.requests_after(0)
    }

    /// Every request so far but the first ones.
    pub fn requests_after(&self, known: usize) -> Vec<Exchange> {
        self.0.read(|state| state.journal.exchanges.iter().skip(known).cloned().collect())
    }

    /// How many requests there were so far.
    pub fn request_count(&self) -> usize {
        self.0.read(|state| state.journal.exchanges.len())
    }

    /// Forgets the requests so far; violations stay.
    pub fn forget_requests(&self) {
        self.0.act(|state| state.journal.exchanges.clear());
    }

    /// Keeps answers too, for a comparison with Discord's description.
    pub fn record(&self, on: bool) {
        self.0.act(|state| state.journal.recording = on);
    }

    /// What Discord's documents do not allow and nobody expected.
    pub fn violations(&self) -> Vec<String> {
        self.0.act(|state| {
            interactions::report_unanswered(state);
            state.journal.violations()
        })
    }

    /// Violations like these are what the test is about, before or after this call.
    pub fn expected(&self, like: impl Fn(&str) -> bool + Send + Sync + 'static) {
        self.0.act(|state| state.journal.expect(Arc::new(like)));
    }

    /// Adds a violation that only the bot's side can see, such as an event that did not parse.
    pub fn violation(&self, text: &str) {
        self.0.act(|state| state.journal.violation(text));
    }

    /// Whether Discord takes its time to count polls that have ended; once it does not any more, all of
    /// them are counted.
    pub fn counts_slowly(&self, on: bool) {
        self.0.act(|state| {
            state.world.counts_slowly = on;
            if !on {
                state.world.count_polls();
            }
        });
    }

    /// When something happens by itself next: a poll ends.
    pub fn next(&self) -> Option<Timestamp> {
        self.0.read(|state| state.world.open_polls.first().map(|(ends, _, _)| *ends))
    }

    /// How far the bot is now.
    pub fn progress(&self) -> Progress {
        self.0.read(progress)
    }

    /// Waits until the progress is as wished, at most so long in real time.
    pub async fn until(&self, most: Duration, wished: impl Fn(&Progress) -> bool) -> bool {
        self.0.wait(most, |state| wished(&progress(state)).then_some(())).await.is_some()
    }

    /// Waits until a command of this name is registered.
    pub async fn until_command(&self, most: Duration, name: &str) -> bool {
        let known = |state: &State| state.world.commands.values().flatten().any(|command| command["name"] == name);
        self.0.wait(most, |state| known(state).then_some(())).await.is_some()
    }

    /// Waits until so many requests of a route have been answered.
    pub async fn until_calls(&self, most: Duration, route: &str, count: usize) -> bool {
        let called = |state: &State| {
            let exchanges = state.journal.exchanges.iter();
            exchanges.filter(|one| journal::names(route, &one.method, &one.path)).count()
        };
        self.0.wait(most, |state| (called(state) >= count).then_some(())).await.is_some()
    }

    /// Switches privileged intents on or off in the developer portal (bits of [`intents`]).
    pub fn privileged_intents(&self, bits: u64) {
        self.0.act(|state| {
            state.world.privileged = bits;
            state.gateway.forgive();
        });
    }
}

fn progress(state: &State) -> Progress {
    Progress {
        session_seq: state.gateway.last_seq(),
        connected: state.gateway.connected(),
        open_requests: state.journal.open,
        open_interactions: state.interactions.open(&state.world),
        identifies: state.gateway.identifies,
        resumes: state.gateway.resumes,
        ready: state.gateway.readies,
        heartbeats: state.gateway.heartbeats,
        holding: state.gateway.holding(),
    }
}
