//! `steward demo`: the bot against the built-in local Discord, with a story that is told.
//!
//! Nothing of the folder or the environment is read: the settings are the usual ones, the database
//! is a temporary file, and the token is one that only the local Discord knows.

mod check;
mod telling;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use super::{Exit, Failure, Outcome};
use crate::bot::{self, Bot};
use crate::clock::{self, Clock, Timestamp};
use crate::config::{Config, Secret};
use crate::db::{Db, OpenOptions};
use crate::feature::section::Reading;
use crate::features::digest::{self, Digest};
use crate::features::setup;
use crate::sandbox::Sandbox;
use crate::sandbox::story::{Story, Stumbled};
use crate::text::zone::Week;
use telling::Telling;

/// What to do after the story.
const NEXT: &str = "That was Steward on a Discord of its own; nothing is left behind on this machine.\n\
                    Next, see what it makes of your own community: export its channels with DiscordChatExporter\n\
                    as JSON, then `steward import FOLDER` and `steward digest --week …`.\n\
                    To let it into your server, follow the README; `steward check` says what is still missing.";

/// How long the bot may take for one step of the story.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the story is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1 on which the local Discord listens [default: any free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// Play the story, check the digest and end; implies --fast
    #[arg(long)]
    pub once: bool,
    /// No pauses for the reader
    #[arg(long)]
    pub fast: bool,
}

pub(super) async fn perform(args: Args) -> Outcome {
    let folder = Folder::new().map_err(|error| no_folder(&error))?;
    let clock = Clock::manual(Story::begins());
    let port = args.port.unwrap_or(0);
    let sandbox = Sandbox::start(clock.clone(), port).await.map_err(|error| no_port(port, &error))?;
    let told = stage(&args, &sandbox, &clock, &folder).await;
    sandbox.stop();
    told
}

/// The bot comes, the story happens, the bot goes.
async fn stage(args: &Args, sandbox: &Sandbox, clock: &Clock, folder: &Folder) -> Outcome {
    let mut story = Story::set(sandbox).map_err(|error| stopped(&error))?;
    let config = Config {
        token: Some(Secret::new(sandbox.token())),
        database_url: format!("sqlite:{}", folder.path().join("steward.db").display()),
        discord_api_url: Some(sandbox.url().to_owned()),
        ..Config::default()
    };
    let db = Db::open(&config.database_url, clock, OpenOptions::default()).await?;
    let app = bot::app(config, db, clock.clone())?;
    let bot = Bot::start(app).await.map_err(|ending| stopped(&ending))?;

    let mut telling = Telling::new(args.fast || args.once);
    let played = tokio::select! {
        played = play(&mut story, sandbox, &bot, &mut telling) => Some(played),
        () = asked_to_stop() => None,
    };
    let digest = match played {
        Some(Ok(digest)) => digest,
        Some(Err(failure)) => {
            bot.stop().await;
            return Err(failure);
        }
        None => {
            bot.stop().await;
            return interrupted(args);
        }
    };
    let health = check::health(&bot.app.health);
    bot.stop().await;

    let mut wrong = check::figures(&story, &digest);
    wrong.extend(health);
    wrong.extend(sandbox.violations());
    if !wrong.is_empty() {
        let wrong = wrong.join("\n  ");
        return Err(Failure::new(Exit::Finding, format!("The story and Steward do not agree:\n  {wrong}")));
    }
    super::talk(format_args!("\n{}\n\n{NEXT}", check::agreed(&story, &digest)));
    Ok(Exit::Done)
}

/// From the first day to the digest.
async fn play(story: &mut Story, sandbox: &Sandbox, bot: &Bot, telling: &mut Telling) -> Result<Digest, Failure> {
    if !sandbox.until_command(PATIENCE, "note").await {
        return Err(stopped(&"the bot never registered its commands"));
    }
    telling.opening(sandbox.url()).await.map_err(|error| unreadable(&error))?;
    while let Some(at) = story.upcoming() {
        pass_until(at, sandbox, bot).await?;
        let lines = story.next().await.map_err(|error: Stumbled| stopped(&error))?.unwrap_or_default();
        settle(sandbox, bot).await?;
        telling.tell(&lines).await.map_err(|error| unreadable(&error))?;
    }
    let digest = digest_of_last_week(story, bot).await?;
    telling.page(&digest::text::terminal(&digest)).map_err(|error| unreadable(&error))?;
    Ok(digest)
}

/// Time passes, from one thing that the bot has to do to the next.
async fn pass_until(at: Timestamp, sandbox: &Sandbox, bot: &Bot) -> Result<(), Failure> {
    while let Some(next) = bot.app.runner.next().filter(|next| *next <= at) {
        bot.app.clock.set(next.max(bot.app.clock.now()));
        settle(sandbox, bot).await?;
    }
    Ok(())
}

/// Waits until everything that has happened so far is worked through and written.
async fn settle(sandbox: &Sandbox, bot: &Bot) -> Result<(), Failure> {
    let settle = async {
        loop {
            let seq = sandbox.progress().session_seq;
            bot.settled(seq).await;
            let progress = sandbox.progress();
            if progress.session_seq == seq && progress.open_requests == 0 && progress.open_interactions == 0 {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    let settled = tokio::time::timeout(PATIENCE, settle).await;
    settled.map_err(|_| stopped(&format!("the bot has not settled for {} s", PATIENCE.as_secs())))
}

/// The same page that `steward digest` prints.
async fn digest_of_last_week(story: &Story, bot: &Bot) -> Result<Digest, Failure> {
    let (app, guild) = (&bot.app, story.guild());
    let settings = setup::settings(app.db.read(), guild).await?;
    let settings = settings.ok_or_else(|| stopped(&"the bot does not know the server"))?;
    let now = app.clock.now();
    let week = Week::of(now, &settings.zone).previous();
    let reading = Reading { db: &app.db, guild, zone: &settings.zone, week, now, public: None };
    Ok(digest::gather(&app.features, &reading, &settings.name, settings.locale, &digest::Sections::All).await?)
}

async fn asked_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

fn interrupted(args: &Args) -> Outcome {
    if args.once {
        return Err(Failure::new(Exit::Finding, "The demo was stopped before its end, so nothing was checked."));
    }
    super::talk("\nStopped. Nothing is left behind.");
    Ok(Exit::Done)
}

fn stopped(why: &impl std::fmt::Display) -> Failure {
    Failure::new(Exit::Finding, format!("The demo cannot go on: {why}.\nPlease report it with the lines above."))
}

fn unreadable(error: &io::Error) -> Failure {
    Failure::new(Exit::Finding, format!("The story cannot be printed: {error}."))
}

fn no_port(port: u16, error: &io::Error) -> Failure {
    let say = match error.kind() {
        io::ErrorKind::AddrInUse => format!("Port {port} of 127.0.0.1 is taken by another program."),
        _ => format!("The local Discord cannot listen on port {port} of 127.0.0.1: {error}."),
    };
    Failure::new(Exit::Usage, format!("{say}\nName another one, or leave out --port to take any that is free."))
}

fn no_folder(error: &io::Error) -> Failure {
    let place = std::env::temp_dir();
    let say = format!("No temporary folder can be made in {}: {error}.", place.display());
    Failure::new(Exit::Database, format!("{say}\nSet TMPDIR to a folder that you may write."))
}

/// A folder that goes with everything in it when it is let go of.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        use std::os::unix::fs::DirBuilderExt;
        let path = std::env::temp_dir().join(format!("steward-demo-{:016x}", clock::random()));
        std::fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            super::talk(format_args!("The folder {} could not be removed: {error}.", self.0.display()));
        }
    }
}
