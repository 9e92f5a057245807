//! The command line: what can be asked for, how errors are told, and the exit codes.
//!
//! Each subcommand has a file of its name. stdout is data, stderr is talk. A new subcommand gets a
//! file, a line in [`Command`] and a line in [`Command::perform`].

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing belongs here and nowhere else")]

mod backup;
mod check;
pub mod demo;
pub mod digest;
mod health;
pub mod import;
mod invite;
pub mod log;
pub mod migrate;
pub mod restore;
pub mod run;
pub mod stats;

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::db::{Db, OpenError, OpenOptions};
use crate::error::Error;
use crate::i18n;
use crate::i18n::Locale;

const ENV_FILE: &str = ".env";

/// Steward: a self-hosted Discord moderation and engagement bot.
#[derive(Debug, Parser)]
#[command(name = "steward", version, about, disable_help_subcommand = true)]
struct Cli {
    /// The settings file [default: $STEWARD_CONFIG, else config.toml if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bot
    Run,
    /// Tell a story with the same bot on a built-in Discord, then do what you type: no account needed
    ///
    /// Settings of this folder and of the environment are not read, and nothing leaves this machine.
    /// What stays is the digest of the story's last week, in a folder that is named.
    Demo(demo::Args),
    /// Look at settings, token, database and permissions, and say what to do where something is wrong
    Check,
    /// Ask the running bot how it is; exit 0 if it is well, 1 if not
    Health,
    /// Print the link that lets Steward into a server
    Invite,
    /// Bring the database to the schema of this version
    Migrate,
    /// Write a proved copy of the database into a new file, also beside a running bot
    Backup(backup::Args),
    /// Put a copy in the place of the database, while no bot runs; the old one is kept beside it
    Restore(restore::Args),
    /// Take over history from DiscordChatExporter's JSON; importing twice changes nothing
    Import(import::Args),
    /// Print the figures of weeks, a row for each
    Stats(stats::Args),
    /// Print the digest of a week
    Digest(digest::Args),
}

impl Command {
    /// Whether `.env`, the environment and the settings file count. `demo` must not meet the real
    /// token, nor stumble over settings of the folder it is tried in.
    const fn reads_settings(&self) -> bool {
        !matches!(self, Self::Demo(_))
    }

    /// What is logged unless `RUST_LOG` says otherwise. A story is not interrupted without need.
    const fn usual_log(&self) -> &'static str {
        if matches!(self, Self::Demo(_)) { log::TROUBLE } else { log::USUAL }
    }

    async fn perform(self, config: Config) -> Outcome {
        match self {
            Self::Run => run::perform(config).await,
            Self::Demo(args) => demo::perform(args).await,
            Self::Check => check::perform(config).await,
            Self::Health => health::perform(config).await,
            Self::Invite => invite::perform(config).await,
            Self::Migrate => migrate::perform(config).await,
            Self::Backup(args) => backup::perform(config, args).await,
            Self::Restore(args) => restore::perform(config, args).await,
            Self::Import(args) => import::perform(config, args).await,
            Self::Stats(args) => stats::perform(config, args).await,
            Self::Digest(args) => digest::perform(config, args).await,
        }
    }
}

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// A finding, or a check that failed.
    Finding = 1,
    /// Usage or configuration.
    Usage = 2,
    /// Discord cannot be reached.
    Unreachable = 69,
    Database = 74,
    /// Stopped to protect the token.
    Protected = 75,
    TokenRefused = 77,
}

/// Why a subcommand did not do what was asked: for people, with what to do next.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    pub words: String,
}

impl Failure {
    /// An exit code and what to tell.
    pub fn new(exit: Exit, words: impl Into<String>) -> Self {
        Self { exit, words: words.into() }
    }
}

/// How a subcommand ended.
pub type Outcome = Result<Exit, Failure>;

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::new(Exit::Usage, error.to_string())
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::new(Exit::Database, error.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Told(message) if message.key.starts_with("db-") => {
                Self::new(Exit::Database, i18n::plain(Locale::En, &message))
            }
            Error::Told(message) => Self::new(Exit::Finding, i18n::plain(Locale::En, &message)),
            // Never with `{:?}`: errors of the client libraries carry tokens there.
            Error::Fault(fault) => Self::new(
                Exit::Finding,
                format!("Something went wrong that should not: {fault:#}\nPlease report it with the lines above."),
            ),
        }
    }
}

/// Data, to stdout. Who reads it may stop early, as `head` does: then nobody waits for the rest.
fn print(data: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(data.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(
            Exit::Finding,
            format!("The output cannot be written ({error}).\nMake room where it goes, or let it go elsewhere."),
        )),
        _ => Ok(()),
    }
}

/// Talk, to stderr. A line that cannot be shown is no reason to stop.
fn talk(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// The whole program: arguments and environment in, exit code out.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let exit = match perform(cli) {
        Ok(exit) => exit,
        Err(failure) => {
            talk(log::redacted(&failure.words, None));
            failure.exit
        }
    };
    ExitCode::from(exit as u8)
}

fn perform(cli: Cli) -> Outcome {
    let config = if cli.command.reads_settings() {
        read_env_file()?;
        Config::load(cli.config.as_deref())?
    } else {
        Config::default()
    };
    let wanted = cli.command.reads_settings().then(|| std::env::var("RUST_LOG").ok()).flatten();
    log::start(wanted.as_deref(), cli.command.usual_log(), config.token.as_ref())?;

    let workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let runtime =
        runtime.map_err(|error| Failure::new(Exit::Finding, format!("No threads can be started: {error}")))?;
    runtime.block_on(cli.command.perform(config))
}

/// What is said where strangers could be the bot.
const OTHERS_READ_ENV: &str = "others on this machine can read .env. Run `chmod 600 .env`";

/// Whether others than its owner can read `.env`, where there is one.
fn others_read_env() -> Option<bool> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(ENV_FILE).ok()?.permissions().mode();
    Some(mode & 0o077 != 0)
}

/// `.env` of the working folder; what the environment already has counts more.
fn read_env_file() -> Result<(), Failure> {
    match dotenvy::from_path(std::path::Path::new(ENV_FILE)) {
        Ok(()) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        // The error itself shows the line, and the line may hold the token.
        Err(dotenvy::Error::LineParse(..)) => Err(Failure::new(
            Exit::Usage,
            "The file .env has a line that is no `NAME=value`.\nPut values with spaces, `#` or quotes into quotes.",
        )),
        Err(_) => Err(Failure::new(
            Exit::Usage,
            "The file .env cannot be read.\nGive the user who runs Steward the right to read it (`chmod u+r .env`).",
        )),
    }
}

/// The database for one process alone, at the newest schema.
pub async fn open_alone(config: &Config) -> Result<Db, Failure> {
    open(config, OpenOptions::default()).await
}

/// The database beside a bot that may be running.
pub async fn open_beside(config: &Config) -> Result<Db, Failure> {
    open(config, OpenOptions::beside()).await
}

async fn open(config: &Config, options: OpenOptions) -> Result<Db, Failure> {
    let busy_timeout = std::time::Duration::from_millis(config.database.busy_timeout_ms);
    let options = OpenOptions { busy_timeout, ..options };
    Ok(Db::open(&config.database_url, &Clock::system(), options).await?)
}
