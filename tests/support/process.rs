//! The real binary against a local Discord in the test's own process: to be asked to stop, killed
//! at any moment and started again. Both go by the machine's clock.

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use steward::clock::{Clock, Timestamp};
use steward::db::{Db, OpenOptions};
use steward::error::Result;
use steward::ids::ChannelId;
use steward::sandbox::{GuildHandle, Person, Sandbox, rights};
use tokio::sync::watch;

use super::loopback;
use super::town::PATIENCE;

/// A local Discord, and a folder in which Steward lives.
pub struct House {
    pub sandbox: Sandbox,
    pub guild: GuildHandle,
    pub general: ChannelId,
    folder: tempfile::TempDir,
}

impl House {
    pub async fn new() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a folder")).await
    }

    /// The same on another disk.
    pub async fn in_folder(folder: tempfile::TempDir) -> Self {
        let sandbox = Sandbox::start(Clock::system(), loopback::any()).await.expect("a port on loopback");
        let guild = sandbox.guild("Town");
        let general = guild.channel("general");
        let house = Self { sandbox, guild, general, folder };
        // No wait after a kill is longer than a test wants to be.
        house.settings("[gateway]\nidentify_backoff_min_s = 1\n");
        house
    }

    /// Writes `config.toml`.
    pub fn settings(&self, text: &str) {
        std::fs::write(self.folder.path().join("config.toml"), text).expect("written");
    }

    /// Its database.
    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("steward.db")
    }

    /// Starts Steward and waits for nothing.
    pub fn start(&self) -> Steward {
        self.start_at(self.sandbox.url())
    }

    /// The same with another Discord.
    pub fn start_at(&self, discord: &str) -> Steward {
        self.start_with(&[("DISCORD_API_URL", discord)])
    }

    /// The same with other words in its environment.
    pub fn start_with(&self, env: &[(&str, &str)]) -> Steward {
        let mut command = self.command();
        // A bot says as much as this process is asked to, and all of it is searched when it ends.
        if let Some(filter) = std::env::var_os("RUST_LOG") {
            command.env("RUST_LOG", filter);
        }
        Steward::spawn(command.arg("run").envs(env.iter().copied()))
    }

    /// Another call of Steward in the same place: its exit code, and what it said on stdout and stderr.
    pub async fn steward(&self, args: &[&str]) -> (i32, String, String) {
        self.steward_with(args, &[]).await
    }

    /// The same with other words in its environment.
    pub async fn steward_with(&self, args: &[&str], env: &[(&str, &str)]) -> (i32, String, String) {
        let mut command = self.command();
        command.args(args).envs(env.iter().copied()).stdin(Stdio::null());
        let output = tokio::task::spawn_blocking(move || command.output()).await.expect("no panic");
        let output = output.expect("the binary runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_steward"));
        command.current_dir(self.folder.path()).env_clear();
        command.env("DISCORD_TOKEN", self.sandbox.token()).env("DISCORD_API_URL", self.sandbox.url());
        command.env("DATABASE_URL", "sqlite:steward.db");
        command
    }

    /// The folder it lives in.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Starts Steward and waits until its session is there and its commands are registered.
    pub async fn start_ready(&self) -> Steward {
        let before = self.sandbox.progress().ready;
        let puts = "PUT /applications/*/commands";
        let registered = self.sandbox.calls(puts).len();
        let steward = self.start();
        let here = self.sandbox.until(PATIENCE, |progress| progress.ready > before).await;
        assert!(here && self.sandbox.until_calls(PATIENCE, puts, registered + 1).await, "{}", steward.said());
        steward
    }

    /// Somebody who may write notes.
    pub fn helper(&self, name: &str) -> Person {
        self.guild.person(name, &[self.guild.role("Helpers", rights::MANAGE_MESSAGES)])
    }

    /// A connection to the database that Steward knows nothing of.
    pub async fn outsider(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.file()).connect().await.expect("an outsider")
    }

    /// A figure of the database.
    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&mut self.outsider().await).await.expect("a query for one number")
    }

    /// Waits until a figure of the database is as wanted.
    pub async fn until_number(&self, sql: &'static str, wanted: i64) {
        let wait = async {
            while self.number(sql).await != wanted {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let waited = tokio::time::timeout(PATIENCE, wait).await;
        assert!(waited.is_ok(), "{sql} is {} and not {wanted}", self.number(sql).await);
    }

    /// Waits until the ledger says so, oldest first.
    pub async fn until_ledger(&self, wanted: &[&str]) {
        let wait = async {
            while self.ledger().await != wanted {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let waited = tokio::time::timeout(PATIENCE, wait).await;
        assert!(waited.is_ok(), "the ledger is {:?} and not {wanted:?}", self.ledger().await);
    }

    /// Outcomes in the ledger, oldest first.
    pub async fn ledger(&self) -> Vec<String> {
        let rows = sqlx::query_scalar("SELECT outcome FROM discord_identifies ORDER BY identify_id");
        rows.fetch_all(&mut self.outsider().await).await.expect("the ledger")
    }

    /// Writes into the database while Steward does not run.
    pub async fn write<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T> + Send + 'static,
    {
        let url = format!("sqlite:{}", self.file().display());
        let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.expect("the database");
        let written = db.write(work).await.expect("written");
        db.close().await;
        written
    }

    /// Writes connections into the ledger before Steward has ever run.
    pub async fn connections_before(&self, count: usize, outcome: &'static str, at: Timestamp) {
        self.write(async move |tx: &mut SqliteConnection| {
            for _ in 0..count {
                let row = sqlx::query("INSERT INTO discord_identifies (at, outcome) VALUES (?, ?)");
                row.bind(at).bind(outcome).execute(&mut *tx).await?;
            }
            Ok(())
        })
        .await;
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.sandbox.stop();
        if !std::thread::panicking() {
            let violations = self.sandbox.violations();
            assert!(violations.is_empty(), "Discord would have refused:\n{}", violations.join("\n"));
        }
    }
}

/// A running process; dropped, it is killed and waited for.
pub struct Steward {
    pid: u32,
    ended: watch::Receiver<Option<ExitStatus>>,
    said: Arc<Mutex<Vec<u8>>>,
    waiter: Option<JoinHandle<()>>,
}

impl Steward {
    fn spawn(command: &mut Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        let (end, ended) = watch::channel(None);
        let said = Arc::new(Mutex::new(Vec::new()));
        let (pid, ears) = (child.id(), Arc::clone(&said));
        let waiter = std::thread::spawn(move || {
            let mut stderr = child.stderr.take().expect("it is piped");
            let mut bytes = [0; 4_096];
            while let Ok(count @ 1..) = stderr.read(&mut bytes) {
                ears.lock().expect("whole").extend_from_slice(&bytes[..count]);
            }
            end.send_replace(child.wait().ok());
        });
        Self { pid, ended, said, waiter: Some(waiter) }
    }

    /// What it has said on stderr so far.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.said.lock().expect("whole")).into_owned()
    }

    /// Sends it a signal: "STOP", as a machine does that falls asleep.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.pid.to_string()).status();
        assert!(sent.expect("kill runs").success(), "the process is there to be sent SIG{name}");
    }

    /// Asks it to stop: SIGTERM.
    pub fn ask_to_stop(&self) {
        self.signal("TERM");
    }

    /// Kills it in the middle of whatever it does: SIGKILL.
    pub async fn kill(mut self) {
        self.signal("KILL");
        let status = self.wait().await;
        assert_eq!(status.signal(), Some(9), "{}", self.said());
    }

    /// Waits until it has ended by itself or as asked.
    pub async fn exit_code(&mut self) -> i32 {
        let status = self.wait().await;
        status.code().unwrap_or_else(|| panic!("{status}: {}", self.said()))
    }

    async fn wait(&mut self) -> ExitStatus {
        let ended = tokio::time::timeout(PATIENCE, self.ended.wait_for(Option::is_some)).await;
        let status = ended.ok().and_then(|status| status.ok().and_then(|status| *status));
        status.unwrap_or_else(|| panic!("it never ends: {}", self.said()))
    }
}

impl Drop for Steward {
    fn drop(&mut self) {
        if self.ended.borrow().is_none() {
            // It may end in this very moment; then there is nobody to kill.
            let _ = Command::new("kill").arg("-KILL").arg(self.pid.to_string()).stderr(Stdio::null()).status();
        }
        if let Some(waiter) = self.waiter.take() {
            let _ = waiter.join();
        }
        if !std::thread::panicking() {
            super::no_secret_in(&self.said());
        }
    }
}
