//! A town to tell stories in: the local Discord, a bot that runs in the test's own process against
//! it, and one manual clock for both. When it is torn down, whatever nobody expected fails the
//! test: a request that Discord would refuse, an event that did not parse, an interaction without
//! an answer, a control without a route, a fault, something dropped.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use sqlx::sqlite::SqliteSynchronous;
use steward::app::App;
use steward::bot::Bot;
use steward::clock::{Clock, Timestamp};
use steward::config::{Config, Secret};
use steward::db::{Db, OpenOptions};
use steward::discord::client::Discord;
use steward::feature::Feature;
use steward::features;
use steward::ids::{ChannelId, RoleId};
use steward::runtime::gateway::Ending;
use steward::sandbox::{Answer, Given, GuildHandle, Overwrite, Person, Sandbox, rights};

use super::{controls, loopback, template};

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Monday, 16 November 2026, 09:00 UTC: when every story begins.
pub const MONDAY: Timestamp = Timestamp::from_seconds(1_794_819_600);

/// How a bot tells Discord its commands.
const COMMANDS: &str = "PUT /applications/*/commands";

pub struct Town {
    pub sandbox: Sandbox,
    pub guild: GuildHandle,
    pub clock: Clock,
    pub general: ChannelId,
    pub config: Config,
    bot: Option<Bot>,
    /// Sessions that were begun before this bot.
    sessions_before: u64,
    faults_expected: bool,
    losses_expected: bool,
    folder: tempfile::TempDir,
    /// Which features the bot has, from its next start on.
    pub features: fn() -> Vec<Feature>,
}

/// Every feature but the copies that are made each night: whole files, of which most stories say nothing
/// while their days go by.
pub fn usual() -> Vec<Feature> {
    features::all().into_iter().filter(|feature| feature.name != "copies").collect()
}

impl Town {
    /// A town with an owner, a channel `general` and a bot that is ready.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with(settings: impl FnOnce(&mut Config)) -> Self {
        let mut town = Self::without_bot(settings).await;
        town.start().await;
        town
    }

    /// The same before the bot starts.
    pub async fn without_bot(settings: impl FnOnce(&mut Config)) -> Self {
        super::log();
        let clock = Clock::manual(MONDAY);
        let sandbox = Sandbox::start(clock.clone(), loopback::any()).await.expect("a port on loopback");
        let guild = sandbox.guild("Town");
        let general = guild.channel("general");
        let folder = tempfile::tempdir().expect("a folder for the database");
        let file = folder.path().join("steward.db");
        template::copy_to(&file);
        let mut config = Config {
            token: Some(Secret::new(sandbox.token())),
            database_url: format!("sqlite:{}", file.display()),
            discord_api_url: Some(sandbox.url().to_owned()),
            ..Config::default()
        };
        config.activity.flush_ms = 10;
        settings(&mut config);
        Self {
            sandbox,
            guild,
            clock,
            general,
            config,
            bot: None,
            sessions_before: 0,
            faults_expected: false,
            losses_expected: false,
            folder,
            features: usual,
        }
    }

    /// Starts the bot and waits until it is ready and its commands are there.
    pub async fn start(&mut self) {
        let (sessions, registered) = (self.sandbox.progress().ready, self.sandbox.calls(COMMANDS).len());
        self.try_start().await.expect("the bot starts");
        // A session of its own: what an earlier bot had must not count for this one.
        let ready = self.sandbox.until(PATIENCE, |progress| progress.connected && progress.ready > sessions).await;
        assert!(ready, "never ready: {:?}", self.sandbox.progress());
        let known = self.sandbox.until_calls(PATIENCE, COMMANDS, registered + 1).await;
        assert!(known, "the commands were never registered");
        self.settled().await;
    }

    /// Starts the bot and waits for nothing.
    pub async fn try_start(&mut self) -> Result<(), Ending> {
        let busy_timeout = Duration::from_millis(self.config.database.busy_timeout_ms);
        // A town is gone before the machine is.
        let options = OpenOptions { busy_timeout, synchronous: SqliteSynchronous::Off, ..OpenOptions::default() };
        let db = Db::open(&self.config.database_url, &self.clock, options).await.expect("the database opens");
        self.sessions_before = self.sandbox.progress().ready;
        let token = self.config.token.clone().unwrap_or_default();
        let discord = Discord::new(token, &self.config, &self.clock).expect("a TLS client");
        let app = App::with_features(db, self.clock.clone(), self.config.clone(), discord, (self.features)());
        self.bot = Some(Bot::start(Arc::new(app)).await?);
        Ok(())
    }

    /// Stops the bot as SIGTERM would.
    pub async fn stop(&mut self) -> Ending {
        self.check_health();
        let bot = self.bot.take().expect("a running bot");
        tokio::time::timeout(Duration::from_secs(10), bot.stop()).await.expect("it stops within ten seconds")
    }

    /// The bot is off for so long, and settles what it finds when it is back.
    pub async fn be_off_for(&mut self, time: Duration) {
        self.stop().await;
        self.clock.advance(time);
        self.start().await;
        self.settled().await;
    }

    pub async fn restart(&mut self) {
        self.stop().await;
        self.start().await;
    }

    /// Waits until the bot ends by itself.
    pub async fn ended(&mut self) -> Ending {
        let mut bot = self.bot.take().expect("a running bot");
        let ending = tokio::time::timeout(PATIENCE, bot.ended()).await.expect("it ends by itself");
        tokio::time::timeout(Duration::from_secs(10), bot.wind_up()).await.expect("it ends within ten seconds");
        ending
    }

    pub fn bot(&self) -> &Bot {
        self.bot.as_ref().expect("a running bot")
    }

    pub fn app(&self) -> &Arc<App> {
        &self.bot().app
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A member without any role.
    pub fn member(&self, name: &str) -> Person {
        self.guild.person(name, &[])
    }

    /// A member whose role makes them a helper.
    pub fn helper(&self, name: &str) -> Person {
        self.guild.person(name, &[self.staff("Helpers", rights::MANAGE_MESSAGES | rights::CREATE_EVENTS)])
    }

    /// A member whose role makes them a moderator.
    pub fn moderator(&self, name: &str) -> Person {
        let role = self.staff("Moderators", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
        self.guild.person(name, &[role])
    }

    fn staff(&self, name: &str, permissions: u64) -> RoleId {
        self.guild.role(name, permissions)
    }

    /// What is written in `general` while the bot is away cannot be read back.
    pub fn close_history(&self) {
        let (id, deny) = (self.guild.bot_role().get(), rights::READ_MESSAGE_HISTORY);
        self.guild.set_overwrites(self.general, &[Overwrite { id, of_member: false, allow: 0, deny }]);
    }

    /// A person uses a command in `general`.
    pub async fn slash(&self, person: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
        // New people and roles come another way than commands, and must have arrived.
        self.settled().await;
        let answer = person.slash(self.general, words, given).await;
        let answer = answer.unwrap_or_else(|refused| panic!("/{words} by {}: {refused}", person.name()));
        self.settled().await;
        answer.now()
    }

    /// A person presses a button of an answer.
    pub async fn click(&self, person: &Person, on: &Answer, label: &str) -> Answer {
        self.settled().await;
        let answer = person.clicks(on, label).await;
        let answer = answer.unwrap_or_else(|refused| panic!("[{label}] by {}: {refused}", person.name()));
        self.settled().await;
        answer.now()
    }

    /// Waits until everything that has happened in the town is worked through and written.
    pub async fn settled(&self) {
        let settle = async {
            loop {
                let before = self.sandbox.progress();
                self.bot().settled(before.session_seq).await;
                self.sandbox.until(PATIENCE, |progress| progress.open_requests == 0).await;
                let progress = self.sandbox.progress();
                let all_sessions = self.sessions_before + self.bot().sessions() >= progress.ready;
                if all_sessions && progress.session_seq == before.session_seq && progress.open_requests == 0 {
                    return;
                }
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, settle).await.is_err() {
            panic!("never settled: {:?}\n{}", self.sandbox.progress(), self.transcript());
        }
    }

    /// Time passes, after what has happened so far has arrived: from one thing that is due to the
    /// next, each done before the clock goes on.
    pub async fn pass(&self, time: Duration) {
        let end = self.clock.now().plus(time);
        self.settled().await;
        while let Some(next) = self.next().filter(|next| *next <= end) {
            self.clock.set(next);
            self.settled().await;
        }
        self.clock.set(end);
        self.settled().await;
    }

    /// When something happens by itself next, to the bot or in Discord.
    fn next(&self) -> Option<Timestamp> {
        self.app().runner.next().into_iter().chain(self.sandbox.next()).min()
    }

    /// Something that is waited for while time goes on: what goes to one place goes there a second apart,
    /// and whoever has pressed waits a moment for what comes of it.
    pub async fn meanwhile<F: Future>(&self, act: F) -> F::Output {
        let end = self.clock.now().plus(Duration::from_secs(5));
        let mut act = std::pin::pin!(act);
        let mut runner = self.app().runner.changes();
        loop {
            // What has been pressed must not grow old on its way.
            tokio::select! {
                done = &mut act => return done,
                () = self.bot().received(self.sandbox.progress().session_seq) => {}
            }
            let now = self.clock.now();
            if let Some(next) = self.app().runner.next().filter(|next| *next > now && *next <= end) {
                // A second at a time: what is pressed right now is not yet among what was received.
                let step = next.min(now.plus(Duration::from_secs(1)));
                self.clock.set(step);
                if step < next {
                    continue;
                }
            }
            tokio::select! {
                done = &mut act => return done,
                () = runner.changed() => {}
            }
        }
    }

    /// A figure of the database, for what nobody can see otherwise.
    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.app().db.read()).await.expect("a query for one number")
    }

    /// This story makes the bot fail on purpose.
    pub fn expect_faults(&mut self) {
        self.faults_expected = true;
    }

    /// This story sends what cannot be read or is too much.
    pub fn expect_losses(&mut self) {
        self.losses_expected = true;
    }

    /// Every request of the bot, a line each.
    pub fn transcript(&self) -> String {
        let lines = self.sandbox.requests().into_iter().map(|call| format!("{call:?}"));
        lines.map(|line| line.chars().take(300).collect::<String>()).collect::<Vec<_>>().join("\n")
    }

    fn check_health(&self) {
        let Some(bot) = &self.bot else { return };
        let health = &bot.app.health;
        let counted = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::SeqCst);
        if !self.losses_expected {
            assert_eq!(counted(&health.unread_events), 0, "events that did not parse");
            let dropped = counted(&health.dropped_events) + counted(&health.dropped_interactions);
            assert_eq!(dropped, 0, "dropped for a full queue");
            assert_eq!(counted(&health.late_interactions), 0, "too old to be answered");
        }
        if !self.faults_expected {
            assert_eq!(counted(&health.jobs_given_up), 0, "jobs that were given up, see the log");
            assert_eq!(counted(&health.faults), 0, "faults, see the log; {}", self.transcript());
        }
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.sandbox.stop();
        if std::thread::panicking() {
            eprintln!("{}", self.transcript());
            return;
        }
        self.check_health();
        let features = usual();
        let unanswered = |body: &serde_json::Value| controls::without_route(body, &features);
        let unanswered: Vec<String> = self.sandbox.requests().iter().flat_map(|call| unanswered(&call.body)).collect();
        assert!(unanswered.is_empty(), "controls to which nothing answers: {unanswered:?}");
        let violations = self.sandbox.violations();
        assert!(violations.is_empty(), "Discord would have refused:\n{}", violations.join("\n"));
    }
}
