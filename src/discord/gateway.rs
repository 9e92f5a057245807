//! The connection to Discord's gateway: made only when the ledger allows it, watched while it
//! lasts, and ended with a word on the cause and the cure.
//!
//! Serenity's client runs on a thread and runtime of its own. There the tasks it starts for events
//! run one after the other in the order of their arrival, and reading never waits for a feature.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serenity::all::{ConnectionStage, GatewayIntents, ShardId, ShardManager};
use serenity::client::ClientBuilder;
use serenity::gateway::GatewayError;
use serenity::http::Route;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot, watch};
use tokio_util::sync::{CancellationToken, DropGuard};
use tracing::{error, warn};

use crate::app::App;
use crate::clock::{Clock, monotonic};
use crate::config::Gateway as Settings;

use super::intake::Intake;
use super::ledger::{self, Permit};
use super::rest::Refusal;
use super::session::Heard;
use super::{Discord, store};

/// How often the gate looks for a connection that wants through, once there is a session.
const LOOK: Duration = Duration::from_millis(100);
/// The same while there is none, so that starting is not slowed down.
const LOOK_OFTEN: Duration = Duration::from_millis(5);
/// How long the writer of the database may hang before the process is ended.
const WRITER_STUCK: Duration = Duration::from_secs(10);
/// How long Discord may take to confirm that we are leaving.
const GOODBYE: Duration = Duration::from_secs(3);
/// Tries to learn the gateway's address before Discord counts as unreachable.
const ADDRESS_TRIES: u32 = 4;

/// Why the bot is no longer running.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Ending {
    #[error("stopped as asked")]
    Asked,
    #[error("Discord cannot be reached: {0}. Check the network and DISCORD_API_URL, then start again")]
    Unreachable(String),
    #[error(
        "Discord refuses the token. Copy it anew from the Developer Portal (your application → Bot → Reset Token) \
         into DISCORD_TOKEN"
    )]
    TokenRefused,
    #[error(
        "Discord refuses the intents. Switch on \"Server Members Intent\" in the Developer Portal (your application \
         → Bot → Privileged Gateway Intents)"
    )]
    Intents,
    #[error(
        "stopped to protect the token: {0}. Discord resets a token that connects too often; find out in the log \
         why sessions end before you start again"
    )]
    TokenGuard(String),
    #[error("{0}; ending, so that a restart can recover")]
    Stuck(String),
}

/// A running connection.
pub struct Connection {
    pub shards: Arc<ShardManager>,
    ended: oneshot::Receiver<Ending>,
    /// Dropped, it ends the connection.
    stop: DropGuard,
}

impl Connection {
    /// Waits until the connection is over for good.
    pub async fn ended(&mut self) -> Ending {
        (&mut self.ended).await.unwrap_or_else(|_| died())
    }

    /// Leaves Discord.
    pub async fn stop(self) -> Ending {
        let Self { ended, stop, .. } = self;
        drop(stop);
        ended.await.unwrap_or_else(|_| died())
    }
}

fn died() -> Ending {
    Ending::Stuck("the gateway's thread died".to_owned())
}

/// The gateway's address, if Discord lets us connect today.
async fn address(discord: &Discord) -> Result<String, Ending> {
    let mut tries = 0;
    let answer = loop {
        match discord.rest.get(Route::GatewayBot).await {
            Ok(answer) => break answer,
            Err(Refusal::Refused { status: 401 | 403, .. }) => return Err(Ending::TokenRefused),
            Err(refusal) if tries + 1 < ADDRESS_TRIES && refusal.passing() => {
                tries += 1;
                warn!("no gateway address yet: {refusal}");
                tokio::time::sleep(Duration::from_millis(500) * tries).await;
            }
            Err(refusal) => return Err(Ending::Unreachable(refusal.to_string())),
        }
    };
    let limit = &answer["session_start_limit"];
    if limit["remaining"].as_i64() == Some(0) {
        let minutes = limit["reset_after"].as_i64().unwrap_or(0) / 60_000;
        return Err(Ending::TokenGuard(format!("Discord allows no more sessions for {minutes} min")));
    }
    let url = answer["url"].as_str().filter(|url| url.starts_with("ws"));
    url.map(str::to_owned).ok_or_else(|| Ending::Unreachable("it gave no gateway address".to_owned()))
}

/// Connects: returns once the client runs; READY comes later, as an event.
///
/// # Errors
/// The ending, where there is no connecting at all.
pub async fn connect(app: &Arc<App>, intents: GatewayIntents, intake: Intake) -> Result<Connection, Ending> {
    let url = address(&app.discord).await?;
    let (started, starting) = oneshot::channel();
    let (end, ended) = oneshot::channel();
    let stop = CancellationToken::new();
    let (app, asked) = (Arc::clone(app), stop.clone());
    let thread = std::thread::Builder::new().name("gateway".to_owned()).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let ending = match runtime {
            Ok(runtime) => runtime.block_on(run(app, intents, intake, url, started, asked)),
            Err(error) => Ending::Stuck(format!("no runtime for the gateway: {error}")),
        };
        let _ = end.send(ending);
    });
    thread.map_err(|error| Ending::Stuck(format!("no thread for the gateway: {error}")))?;
    match starting.await {
        Ok(shards) => Ok(Connection { shards, ended, stop: stop.drop_guard() }),
        Err(_) => Err(ended.await.unwrap_or_else(|_| died())),
    }
}

async fn run(
    app: Arc<App>,
    intents: GatewayIntents,
    intake: Intake,
    url: String,
    started: oneshot::Sender<Arc<ShardManager>>,
    asked: CancellationToken,
) -> Ending {
    let client = ClientBuilder::new_with_http(app.discord.rest.gateway_http(), intents).raw_event_handler(intake);
    let mut client = match client.await {
        Ok(client) => client,
        Err(error) => return Ending::Unreachable(error.to_string()),
    };
    // Serenity falls back on the real gateway when it cannot read the address: never.
    let door = Arc::clone(&client.ws_url);
    let mut shut = Arc::clone(&door).lock_owned().await;
    *shut = url;
    let shards = Arc::clone(&client.shard_manager);
    if started.send(Arc::clone(&shards)).is_err() {
        return Ending::Asked;
    }
    let (waiting, waits) = watch::channel(false);
    let ending = tokio::select! {
        result = client.start() => ending_of(result),
        ending = gate(&app, door, shut, waiting) => ending,
        ending = watch_over(&app, &shards, waits) => ending,
        () = asked.cancelled() => Ending::Asked,
    };
    if tokio::time::timeout(GOODBYE, shards.shutdown_all()).await.is_err() {
        warn!("Discord did not confirm that we left");
    }
    if let Err(error) = app.db.write(async |tx| store::delete_allowed(tx).await).await {
        warn!("the ledger keeps a connection that was not made: {error}");
    }
    ending
}

fn ending_of(result: serenity::Result<()>) -> Ending {
    match result {
        Ok(()) => Ending::Stuck("the gateway's client stopped by itself".to_owned()),
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication)) => Ending::TokenRefused,
        Err(serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents)) => {
            Ending::Intents
        }
        Err(error) => Ending::Stuck(format!("the gateway's client stopped: {error}")),
    }
}

/// Lets connections through one at a time, each written down before it is made.
///
/// Serenity asks for the gateway's address behind a lock before it connects, be it to identify or
/// to resume. The gate holds that lock. When the ledger allows a connection, the gate writes it
/// down, lets go and takes the lock again without giving way to other tasks: if that fails, someone
/// was waiting and has gone through.
async fn gate(
    app: &App,
    door: Arc<Mutex<String>>,
    mut shut: OwnedMutexGuard<String>,
    waiting: watch::Sender<bool>,
) -> Ending {
    let settings = &app.config.gateway;
    let mut session = app.discord.session.watch();
    let mut ledger = match Ledger::open(app).await {
        Ok(ledger) => ledger,
        Err(error) => return Ending::Stuck(format!("the ledger of connections cannot be read: {error}")),
    };
    loop {
        let heard = *session.borrow_and_update();
        let step = async {
            ledger.hear(heard).await?;
            if ledger.allowed.is_none() { ledger.permit(settings).await } else { Ok(Permit::Now) }
        };
        let pause = match step.await {
            Ok(Permit::Never) => {
                let limit = settings.identify_limit_per_day;
                return Ending::TokenGuard(format!("{limit} connections within a day"));
            }
            Ok(Permit::At(at)) => {
                waiting.send_replace(true);
                Duration::from_millis(at.since(Clock::system().now()).max(1).unsigned_abs())
            }
            Ok(Permit::Now) => {
                waiting.send_replace(false);
                drop(shut);
                match Arc::clone(&door).try_lock_owned() {
                    Ok(guard) => shut = guard,
                    Err(_) => {
                        shut = Arc::clone(&door).lock_owned().await;
                        if let Err(error) = ledger.use_up().await {
                            return Ending::Stuck(format!("the ledger of connections cannot be written: {error}"));
                        }
                    }
                }
                if heard.outcome.is_some() { LOOK } else { LOOK_OFTEN }
            }
            Err(error) => {
                error!("the ledger of connections cannot be written: {error}");
                LOOK
            }
        };
        let _ = tokio::time::timeout(pause, session.changed()).await;
    }
}

/// The gate's view of the ledger.
struct Ledger<'a> {
    app: &'a App,
    /// The row of a connection that is allowed and not yet made.
    allowed: Option<i64>,
    /// The row of the connection made last, until its outcome is known.
    used: Option<i64>,
    heard: Heard,
}

impl<'a> Ledger<'a> {
    async fn open(app: &'a App) -> crate::error::Result<Self> {
        let old = Clock::system().now().minus(2 * ledger::DAY);
        app.db
            .write(async move |tx| {
                store::settle_leftovers(tx).await?;
                store::delete_before(tx, old).await
            })
            .await?;
        Ok(Self { app, allowed: None, used: None, heard: Heard::default() })
    }

    /// Notes how the last connection ended up.
    async fn hear(&mut self, heard: Heard) -> crate::error::Result<()> {
        let (Some(row), Some(outcome)) = (self.used, heard.outcome) else { return Ok(()) };
        if heard.sessions == self.heard.sessions {
            return Ok(());
        }
        self.app.db.write(async move |tx| store::set_outcome(tx, row, outcome).await).await?;
        (self.used, self.heard) = (None, heard);
        Ok(())
    }

    /// Asks the ledger, and writes down the connection it allows.
    async fn permit(&mut self, settings: &Settings) -> crate::error::Result<Permit> {
        let now = Clock::system().now();
        let connections = store::list(self.app.db.read(), now.minus(ledger::DAY)).await?;
        let permit = ledger::permit(&connections, now, settings);
        if permit == Permit::Now {
            self.allowed = Some(self.app.db.write(async move |tx| store::insert(tx, now).await).await?);
        }
        Ok(permit)
    }

    async fn use_up(&mut self) -> crate::error::Result<()> {
        let Some(row) = self.allowed.take() else { return Ok(()) };
        let now = Clock::system().now();
        self.app.db.write(async move |tx| store::set_used(tx, row, now).await).await?;
        self.used = Some(row);
        Ok(())
    }
}

/// Ends a process that has gone deaf or stuck; what starts it again lets it recover.
async fn watch_over(app: &App, shards: &ShardManager, waits: watch::Receiver<bool>) -> Ending {
    let settings = &app.config.gateway;
    let ready_limit = Duration::from_secs(settings.ready_timeout_s);
    let ack_limit = Duration::from_secs(settings.heartbeat_timeout_s);
    let mut ready_at = monotonic();
    let mut ack: (Option<Duration>, Instant) = (None, monotonic());
    let mut look = tokio::time::interval((ready_limit.min(ack_limit) / 4).min(Duration::from_secs(1)));
    loop {
        look.tick().await;
        let now = monotonic();
        let runner = shards.runners.lock().await.get(&ShardId(0)).map(|runner| (runner.stage, runner.latency));
        let (stage, latency) = runner.unwrap_or((ConnectionStage::Disconnected, None));
        // While the ledger makes us wait there is nothing to be deaf to.
        if *waits.borrow() {
            (ready_at, ack.1) = (now, now);
        }
        if stage == ConnectionStage::Connected {
            ready_at = now;
        }
        // Every acknowledged heartbeat gives a new latency, to the nanosecond.
        if latency.is_some() && latency != ack.0 {
            ack = (latency, now);
            // On a connection without its session a heartbeat says nothing of what was missed: as a sign of
            // life it would hide the gap that READY is about to open.
            if stage == ConnectionStage::Connected {
                app.discord.alive(app.clock.now());
            }
        }
        if now - ready_at > ready_limit {
            return Ending::Stuck(format!("no session for {} s", ready_limit.as_secs()));
        }
        if now - ack.1 > ack_limit {
            return Ending::Stuck(format!("Discord acknowledged no heartbeat for {} s", ack_limit.as_secs()));
        }
        if app.db.writer_stuck_for() > WRITER_STUCK {
            return Ending::Stuck(format!("the database has not written for {} s", WRITER_STUCK.as_secs()));
        }
    }
}
