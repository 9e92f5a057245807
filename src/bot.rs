//! Everything put together: features, Discord and the database become a running bot, and come to
//! rest again.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::GatewayIntents;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::discord::client::Discord;
use crate::discord::interaction::failure;
use crate::error::Result;
use crate::feature::{Feature, card};
use crate::features;
use crate::health;
use crate::runtime::dispatch::Dispatcher;
use crate::runtime::framework;
use crate::runtime::gateway;
use crate::runtime::gateway::{Connection, Ending};
use crate::runtime::intake;
use crate::runtime::intake::Progress;
use crate::runtime::runner;

/// How long what is under way may take to finish after a stop. With the 3 s in which the gateway
/// says goodbye, a stop takes less than 10 s whatever hangs.
const FINISH: Duration = Duration::from_secs(4);
/// How long what is held in memory may take to be written, and the database to be closed.
const CLOSE: Duration = Duration::from_secs(2);

/// A running bot.
pub struct Bot {
    pub app: Arc<App>,
    connection: Connection,
    progress: Arc<Progress>,
    tasks: TaskTracker,
    /// A bot that is let go of stops too, without what `stop` does to end well.
    stop: DropGuard,
}

/// The parts of the program without Discord's side, for whoever needs only data.
///
/// # Errors
/// Fault, if a part cannot be made.
pub fn app(config: Config, db: Db, clock: Clock) -> Result<Arc<App>> {
    let discord = Discord::new(config.token.clone().unwrap_or_default(), &config, &clock)?;
    Ok(Arc::new(App::with_features(db, clock, config, discord, features::all())))
}

/// The gateway events that the features and their cards need.
pub fn intents(app: &App) -> GatewayIntents {
    let of_cards = |feature: &Feature| if feature.cards.is_empty() { GatewayIntents::empty() } else { card::INTENTS };
    app.features()
        .iter()
        .map(|feature| feature.intents | of_cards(feature))
        .fold(GatewayIntents::GUILDS, |all, one| all | one)
}

impl Bot {
    /// Starts: returns as soon as the connection is being made.
    ///
    /// # Errors
    /// The ending, where there is no connecting at all.
    pub async fn start(app: Arc<App>) -> Result<Self, Ending> {
        for feature in app.features() {
            let Some(open) = feature.on_start else { continue };
            open(&app).await.map_err(|error| Ending::Stuck(format!("{} cannot start: {error}", feature.name)))?;
        }
        let left = runner::take_over(&app).await;
        left.map_err(|error| Ending::Stuck(format!("what was left to do cannot be taken up: {error}")))?;
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let guard = stop.clone().drop_guard();
        // Before Discord, which may keep us waiting: whoever asks must not be told of the process before.
        tasks.spawn(stop.clone().run_until_cancelled_owned(health::beat_for_ever(Arc::clone(&app))));
        let (intake, queues) = intake::queues(&app, &app.config.limits);
        let progress = intake.progress();
        // Set once: an app is started once.
        let _ = app.health.queues.set(intake.depths());
        let connection = gateway::connect(&app, intents(&app), intake).await?;
        let dispatcher = Dispatcher {
            app: Arc::clone(&app),
            options: framework::options(app.features()),
            shards: Arc::clone(&connection.shards),
        };
        queues.work(Arc::new(dispatcher), &tasks);
        tasks.spawn(stop.clone().run_until_cancelled_owned(flush_for_ever(Arc::clone(&app))));
        tasks.spawn(stop.clone().run_until_cancelled_owned(register_when_ready(Arc::clone(&app))));
        tasks.spawn(runner::run(Arc::clone(&app), tasks.clone(), stop));
        Ok(Self { app, connection, progress, tasks, stop: guard })
    }

    /// Waits until the bot ends by itself.
    pub async fn ended(&mut self) -> Ending {
        self.connection.ended().await
    }

    /// Ends: intake first, then what is under way, then what is held in memory.
    pub async fn stop(self) -> Ending {
        let ending = self.connection.stop().await;
        wind_up(&self.app, &self.tasks, &self.stop.disarm()).await;
        ending
    }

    /// After the connection has ended by itself.
    pub async fn wind_up(self) {
        wind_up(&self.app, &self.tasks, &self.stop.disarm()).await;
    }

    /// How many sessions have begun since the start.
    pub fn sessions(&self) -> u64 {
        self.progress.sessions()
    }

    /// Whether dispatch `seq` of the session has arrived, and every interaction was taken up; worked
    /// through or not.
    pub fn has_received(&self, seq: u64) -> bool {
        self.progress.has_arrived(seq) && self.progress.is_taken_up()
    }

    /// Returns once dispatch `seq` of the session has arrived, and every interaction was taken up.
    pub async fn received(&self, seq: u64) {
        loop {
            let changed = self.progress.changed();
            if self.has_received(seq) {
                return;
            }
            changed.await;
        }
    }

    /// Returns once everything up to dispatch `seq` of the session has been worked through and
    /// written, and nothing is due: what stories wait for between one act and the next.
    pub async fn settled(&self, seq: u64) {
        let mut runner = self.app.runner.changes();
        loop {
            // Made before the look, so that nothing that follows it is missed.
            let changed = self.progress.changed();
            if self.progress.settled(seq) && self.app.runner.is_idle(&self.app.db, &self.app.clock) {
                self.app.flush().await;
                if self.progress.settled(seq) && self.app.runner.is_idle(&self.app.db, &self.app.clock) {
                    return;
                }
            }
            tokio::select! {
                () = changed => {}
                () = runner.changed() => {}
            }
        }
    }
}

async fn wind_up(app: &App, tasks: &TaskTracker, stop: &CancellationToken) {
    stop.cancel();
    tasks.close();
    if tokio::time::timeout(FINISH, tasks.wait()).await.is_err() {
        warn!(open = tasks.len(), "not everything was finished in time");
    }
    app.features().iter().filter_map(|feature| feature.on_stop).for_each(|close| close(app));
    let close = async {
        app.flush().await;
        app.db.close().await;
    };
    match tokio::time::timeout(CLOSE, close).await {
        Ok(()) => info!("stopped"),
        Err(_) => warn!("stopped without the database, which does not answer; the next start looks through it"),
    }
}

async fn flush_for_ever(app: Arc<App>) {
    let mut tick = tokio::time::interval(Duration::from_millis(app.config.activity.flush_ms));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        app.flush().await;
    }
}

async fn register_when_ready(app: Arc<App>) {
    let me = app.discord.introduced().await;
    match framework::definitions(&framework::commands(app.features())) {
        Ok(definitions) => framework::register(&app, me.application, &definitions).await,
        Err(error) => drop(failure::message(&app, "commands", error)),
    }
}
