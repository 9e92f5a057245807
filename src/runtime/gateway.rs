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
use crate::clock::{Clock, Timestamp, monotonic};
use crate::error::Error;

use crate::discord::client::Discord;
use crate::discord::client::ledger;
use crate::discord::client::ledger::store;
use crate::discord::client::ledger::{Outcome, Permit};
use crate::discord::client::rest::Refusal;
use crate::discord::client::session::{Heard, State};
use crate::runtime::intake::Intake;

/// The only shard there is.
const SHARD: ShardId = ShardId(0);
/// How often the lock is released for a waiting connection, once there is a session.
const LOOK: Duration = Duration::from_millis(100);
/// The same while there is none, so that starting is not slowed down.
const LOOK_OFTEN: Duration = Duration::from_millis(5);
/// The same while the ledger makes us wait.
const LOOK_WHILE_WAITING: Duration = Duration::from_millis(500);
/// Between two connections that go on with a session: they cost no IDENTIFY, but Discord may be
/// closing them as fast as they are made.
const BETWEEN_RESUMES: Duration = Duration::from_secs(1);
/// How long a connection that was let through may take to be made.
const ON_ITS_WAY: Duration = Duration::from_secs(5);
/// How long the writer of the database may hang before the process is ended.
const WRITER_STUCK: Duration = Duration::from_secs(10);
/// How long Discord may take to confirm that we are leaving.
const GOODBYE: Duration = Duration::from_secs(2);
/// How long the ledger may take for its last word.
const LAST_WORD: Duration = Duration::from_secs(1);
/// Tries to learn the gateway's address before Discord counts as unreachable.
const ADDRESS_TRIES: u32 = 4;

/// Why the bot is no longer running.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Ending {
    #[error("stopped as asked")]
    Asked,
    #[error("{0}. Check the network and DISCORD_API_URL, then start again")]
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
            Err(refusal) if tries + 1 < ADDRESS_TRIES && refusal.is_transient() => {
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
    url.map(str::to_owned).ok_or_else(|| Ending::Unreachable("Discord gave no address of its gateway".to_owned()))
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
    let (app, asked, stop) = (Arc::clone(app), stop.clone(), stop.drop_guard());
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
        Ok(shards) => Ok(Connection { shards, ended, stop }),
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
    let interaction = Arc::clone(&client.ws_url);
    let mut guard = Arc::clone(&interaction).lock_owned().await;
    *guard = url;
    let mut shut = Some(guard);
    let shards = Arc::clone(&client.shard_manager);
    if started.send(Arc::clone(&shards)).is_err() {
        return Ending::Asked;
    }
    let (waiting, waits) = watch::channel(false);
    let ending = tokio::select! {
        result = client.start() => ending_of(result),
        ending = gate(&app, &shards, &interaction, &mut shut, waiting) => ending,
        ending = watch_over(&app, &shards, waits) => ending,
        () = asked.cancelled() => Ending::Asked,
    };
    // No connection may begin while the rest is shut down.
    let _shut = match shut {
        Some(shut) => shut,
        None => interaction.lock_owned().await,
    };
    if tokio::time::timeout(GOODBYE, shards.shutdown_all()).await.is_err() {
        warn!("Discord did not confirm that we left");
    }
    let unused = app.db.write(async |tx| store::delete_allowed(tx).await);
    match tokio::time::timeout(LAST_WORD, unused).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => warn!("the ledger keeps a connection that was not made: {error}"),
        Err(_) => warn!("the ledger keeps a connection that was not made: the database does not answer"),
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

/// Lets shards connect one at a time, and writes an IDENTIFY down before it is sent.
///
/// Before serenity connects, to identify or to resume, it locks a mutex to read the gateway's address. This
/// function holds that mutex. To allow a connection it releases the mutex and locks it again at once, without
/// yielding to other tasks: where that fails, a connection was waiting and has taken it. The guard belongs to the
/// caller, so that the mutex stays locked when this function returns.
///
/// While the shard has a runner, only that runner waits for the mutex, and it resumes its session. A new session
/// begins once the old runner is gone, and nothing else waits then. So the ledger is asked only while there is no
/// runner.
async fn gate(
    app: &App,
    shards: &ShardManager,
    interaction: &Arc<Mutex<String>>,
    shut: &mut Option<OwnedMutexGuard<String>>,
    waiting: watch::Sender<bool>,
) -> Ending {
    let mut session = app.discord.session.watch();
    let mut ledger = match Ledger::open(app).await {
        Ok(ledger) => ledger,
        Err(error) => return Ending::Stuck(format!("the ledger of connections cannot be read: {error}")),
    };
    let mut resumed_at: Option<Instant> = None;
    loop {
        let heard = *session.borrow_and_update();
        ledger.hear(heard).await;
        // Nothing may yield to other tasks between this look at the runners and the release of the mutex.
        let resumes = shards.runners.lock().await.contains_key(&SHARD);
        let permit = match resumed_at {
            _ if !resumes => ledger.permit().await,
            Some(at) if at.elapsed() < BETWEEN_RESUMES => Permit::At(Clock::system().now().plus(LOOK)),
            _ => Permit::Now,
        };
        waiting.send_replace(!resumes && permit != Permit::Now);
        let pause = match permit {
            Permit::Never => {
                let limit = app.config.gateway.identify_limit_per_day;
                return Ending::TokenGuard(format!("{limit} connections within a day"));
            }
            Permit::At(at) => {
                let left = Duration::from_millis(at.since(Clock::system().now()).max(1).unsigned_abs());
                left.min(LOOK_WHILE_WAITING)
            }
            Permit::Now => {
                *shut = None;
                match Arc::clone(interaction).try_lock_owned() {
                    Ok(guard) => *shut = Some(guard),
                    Err(_) => {
                        *shut = Some(Arc::clone(interaction).lock_owned().await);
                        if resumes { resumed_at = Some(monotonic()) } else { ledger.use_up().await }
                    }
                }
                if resumes { LOOK } else { LOOK_OFTEN }
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
    /// The row of the connection made last, until its outcome is known, and when it was made.
    used: Option<(i64, Instant)>,
    heard: Heard,
    /// What the database last refused to do, which is tried again ten times a second and told once.
    complaint: Option<String>,
}

impl<'a> Ledger<'a> {
    async fn open(app: &'a App) -> crate::error::Result<Self> {
        app.db.write(async |tx| store::settle_leftovers(tx).await).await?;
        Ok(Self { app, allowed: None, used: None, heard: Heard::default(), complaint: None })
    }

    /// Notes how the last connection ended up. What cannot be written now is tried again next time.
    async fn hear(&mut self, heard: Heard) {
        let begun = self.used.filter(|_| heard.begun > self.heard.begun);
        let resumed = heard.resumed > self.heard.resumed;
        if begun.is_none() && !resumed {
            return;
        }
        let now = Clock::system().now();
        let written = self.app.db.write(async move |tx| {
            if let Some((row, _)) = begun {
                store::set_outcome(tx, row, Outcome::Ready).await?;
            }
            if resumed {
                store::insert_resumed(tx, now).await?;
            }
            Ok(())
        });
        match written.await {
            Ok(()) => {
                self.used = self.used.filter(|_| begun.is_none());
                self.heard = heard;
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Asks the ledger, and writes down the connection it allows.
    async fn permit(&mut self) -> Permit {
        if self.allowed.is_some() {
            return Permit::Now;
        }
        let now = Clock::system().now();
        match self.ask(now).await {
            // The last that was allowed may still be on its way to becoming a session.
            Ok(Permit::Never) if self.used.is_some_and(|(_, made)| made.elapsed() < ON_ITS_WAY) => {
                Permit::At(now.plus(LOOK))
            }
            Ok(permit) => {
                self.complaint = None;
                permit
            }
            Err(error) => {
                self.complain(&error);
                Permit::At(now.plus(LOOK))
            }
        }
    }

    async fn ask(&mut self, now: Timestamp) -> crate::error::Result<Permit> {
        let connections = store::list(self.app.db.read(), now.minus(ledger::DAY)).await?;
        let permit = ledger::permit(&connections, now, &self.app.config.gateway);
        if permit == Permit::Now {
            let allowed = self.app.db.write(async move |tx| {
                store::delete_before(tx, now.minus(2 * ledger::DAY)).await?;
                store::insert(tx, now).await
            });
            self.allowed = Some(allowed.await?);
        }
        Ok(permit)
    }

    /// The connection that was allowed is made. Until that is written no other is let through.
    async fn use_up(&mut self) {
        let Some(row) = self.allowed.take() else { return };
        let now = Clock::system().now();
        self.used = Some((row, monotonic()));
        while let Err(error) = self.app.db.write(async move |tx| store::set_used(tx, row, now).await).await {
            self.complain(&error);
            tokio::time::sleep(LOOK).await;
        }
        self.complaint = None;
    }

    fn complain(&mut self, error: &Error) {
        let complaint = error.to_string();
        if self.complaint.as_ref() != Some(&complaint) {
            error!("no connection is made before the ledger of connections can be written: {complaint}");
            self.complaint = Some(complaint);
        }
    }
}

/// Ends a process that has gone deaf or stuck; what starts it again lets it recover.
async fn watch_over(app: &App, shards: &ShardManager, waits: watch::Receiver<bool>) -> Ending {
    let settings = &app.config.gateway;
    let ready_limit = Duration::from_secs(settings.ready_timeout_s);
    let ack_limit = Duration::from_secs(settings.heartbeat_timeout_s);
    let session = app.discord.session.watch();
    let mut ready_at = monotonic();
    let mut acks = Acks::since(monotonic());
    let mut look = tokio::time::interval((ready_limit.min(ack_limit) / 4).min(Duration::from_secs(1)));
    loop {
        look.tick().await;
        let now = monotonic();
        let runner = shards.runners.lock().await.get(&SHARD).map(|runner| (runner.stage, runner.latency));
        let (dispatcher, latency) = runner.unwrap_or((ConnectionStage::Disconnected, None));
        // While the ledger makes us wait there is nothing to be deaf to.
        if *waits.borrow() {
            ready_at = now;
            acks.at = now;
        }
        let connected = dispatcher == ConnectionStage::Connected;
        if connected {
            ready_at = now;
        }
        app.discord.session.see(
            match (connected, *waits.borrow()) {
                (true, _) => State::Connected,
                (false, true) => State::Held,
                (false, false) => State::Lost,
            },
            now,
        );
        // On a connection without its session a heartbeat says nothing of what was missed: as a sign of life it
        // would hide the gap that READY is about to open.
        if acks.hear(*session.borrow(), latency, now) && dispatcher == ConnectionStage::Connected {
            app.discord.alive(app.clock.now());
        }
        if now - ready_at > ready_limit {
            return Ending::Stuck(format!("no session for {} s", ready_limit.as_secs()));
        }
        if now - acks.at > ack_limit {
            return Ending::Stuck(format!("Discord acknowledged no heartbeat for {} s", ack_limit.as_secs()));
        }
        if app.db.writer_stuck_for() > WRITER_STUCK {
            return Ending::Stuck(format!("the database has not written for {} s", WRITER_STUCK.as_secs()));
        }
        if app.discord.rest.token_refused() {
            return Ending::TokenRefused;
        }
    }
}

/// When Discord last acknowledged a heartbeat, or we began to wait for that.
struct Acks {
    at: Instant,
    latency: Option<Duration>,
    heard: Heard,
    /// Whether the session of now has had one.
    any: bool,
}

impl Acks {
    fn since(at: Instant) -> Self {
        Self { at, latency: None, heard: Heard::default(), any: true }
    }

    /// Whether a heartbeat has been acknowledged since the last look.
    fn hear(&mut self, heard: Heard, latency: Option<Duration>, now: Instant) -> bool {
        // A connection that goes on, or a new session, counts its heartbeats anew. But sessions of
        // which none ever gets an answer are one long silence: then a new one is no excuse.
        if heard.resumed != self.heard.resumed || (heard.begun != self.heard.begun && self.any) {
            self.at = now;
            self.any = heard.begun == self.heard.begun;
        }
        self.heard = heard;
        // Every acknowledged heartbeat gives a new latency, to the nanosecond.
        let acknowledged = latency.is_some() && latency != self.latency;
        if acknowledged {
            (self.at, self.any) = (now, true);
        }
        self.latency = latency;
        acknowledged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(begun: u64, resumed: u64) -> Heard {
        Heard { begun, resumed }
    }

    #[test]
    fn sessions_without_a_single_answer_are_one_long_silence() {
        let start = monotonic();
        let at = |seconds| start + Duration::from_secs(seconds);
        let ms = |ms| Some(Duration::from_millis(ms));
        let mut acks = Acks::since(start);
        for (second, heard, latency, expected) in [
            (1, heard(1, 0), None, 1),      // the first session
            (42, heard(1, 0), ms(9), 42),   // an answer
            (50, heard(1, 0), ms(9), 42),   // the same answer is no new one
            (60, heard(1, 1), None, 60),    // resumed: the heartbeats begin anew
            (90, heard(2, 1), None, 90),    // a new session
            (101, heard(2, 1), ms(8), 101), // which is answered
            (190, heard(3, 1), None, 190),  // another one
            (280, heard(4, 1), None, 190),  // that one was never answered: still silence
            (281, heard(4, 1), ms(7), 281),
        ] {
            acks.hear(heard, latency, at(second));
            assert_eq!(acks.at, at(expected), "{second}");
        }
    }
}
