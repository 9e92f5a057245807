//! `steward demo`: the bot against the built-in local Discord, with a story that is told; then its
//! people are yours.
//!
//! Nothing of the folder or the environment is read: the settings are the usual ones, the database
//! is a temporary file, and the token is one that only the local Discord knows. What stays is the
//! digest of the last week, as a picture and as a page.

mod check;
mod language;
mod options;
mod pages;
mod session;
mod stage;
mod telling;

use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use tokio::signal::unix::{SignalKind, signal};

use super::{Exit, Failure, Outcome};
use crate::bot;
use crate::bot::Bot;
use crate::chart;
use crate::clock;
use crate::clock::Clock;
use crate::config::{Config, Secret};
use crate::db::{Db, OpenOptions};
use crate::discord::client::upload::Content;
use crate::discord::ui::file::File;
use crate::error::Error;
use crate::feature::section::Reading;
use crate::features::digest;
use crate::features::digest::Digest;
use crate::features::digest::sheet::Sheet;
use crate::features::setup;
use crate::sandbox::Sandbox;
use crate::sandbox::story::{Story, Stumbled};
use crate::text::zone::Week;
use pages::Place;
use session::Session;
use stage::Stage;
use telling::Telling;

/// What to do after the story.
const NEXT: &str = "Next, see what Steward makes of your own community: export its channels with\n\
                    DiscordChatExporter as JSON, then `steward import FOLDER` and `steward digest --week …`.\n\
                    To let it into your server, follow the README; `steward check` says what is still missing.";

/// How the story is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1 on which the local Discord listens [default: any free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// Play the story, check the digests and end; implies --fast
    #[arg(long)]
    pub once: bool,
    /// No pauses for the reader
    #[arg(long)]
    pub fast: bool,
    /// Where the digest is put as a picture and as HTML [default: a fresh folder among the temporary files]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

pub(super) async fn perform(args: Args) -> Outcome {
    let place = Place::choose(args.out.as_deref())?;
    let folder = Folder::new().map_err(|error| no_folder(&error))?;
    let clock = Clock::manual(Story::begins());
    let port = args.port.unwrap_or(0);
    let sandbox =
        Sandbox::start(clock.clone(), (Ipv4Addr::LOCALHOST, port)).await.map_err(|error| no_port(port, &error))?;
    let told = perform_in(&args, &place, &sandbox, &clock, &folder).await;
    sandbox.stop();
    told
}

/// The bot comes, the story happens, people try things, the bot goes.
async fn perform_in(args: &Args, place: &Place, sandbox: &Sandbox, clock: &Clock, folder: &Folder) -> Outcome {
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

    let stage = Stage { sandbox: sandbox.clone(), bot };
    let played = tokio::select! {
        played = play(args, place, &mut story, &stage) => Some(played),
        () = asked_to_stop() => None,
    };
    stage.bot.stop().await;
    match played {
        Some(played) => played,
        None if args.once => {
            Err(Failure::new(Exit::Finding, "The demo was stopped before its end, so nothing was checked."))
        }
        None => {
            super::talk("\nStopped.");
            Ok(Exit::Done)
        }
    }
}

/// The story, its check, and what comes after it.
async fn play(args: &Args, place: &Place, story: &mut Story, stage: &Stage) -> Outcome {
    let digests = tell(story, stage, &mut Telling::new(args.fast || args.once)).await?;
    let mut wrong = check::figures(story, &digests);
    wrong.extend(check::health(&stage.bot.app.health));
    wrong.extend(stage.sandbox.violations());
    if !wrong.is_empty() {
        let wrong = wrong.join("\n  ");
        return Err(Failure::new(Exit::Finding, format!("The story and Steward do not agree:\n  {wrong}")));
    }
    super::talk(format_args!("\n{}", check::agreed(story, &digests)));
    let Some(last) = digests.last() else { return Err(stopped(&"there is no week to show")) };
    let put = place.write(&pages(last)?)?;
    super::talk(format_args!("The digest as a picture and as a page: {}", put.display()));
    if !args.once {
        Session::new(stage, story.guild(), put).run().await?;
    }
    super::talk(format_args!("\n{NEXT}"));
    Ok(Exit::Done)
}

/// From the first day to the last page; returns the pages of all weeks.
async fn tell(story: &mut Story, stage: &Stage, telling: &mut Telling) -> Result<Vec<Digest>, Failure> {
    stage.ready().await?;
    telling.opening(stage.sandbox.url()).await.map_err(|error| unreadable(&error))?;
    while let Some(at) = story.upcoming() {
        stage.pass_until(at).await?;
        let lines = story.next().await.map_err(|error: Stumbled| stopped(&error))?.unwrap_or_default();
        stage.settle().await?;
        telling.tell(&lines).await.map_err(|error| unreadable(&error))?;
    }
    let digests = digests(story, stage).await?;
    let last = digests.last().map(digest::text::terminal).unwrap_or_default();
    telling.page(&last).map_err(|error| unreadable(&error))?;
    Ok(digests)
}

/// The pages that `steward digest` gives, of all weeks of the story.
async fn digests(story: &Story, stage: &Stage) -> Result<Vec<Digest>, Failure> {
    let (app, guild) = (&stage.bot.app, story.guild());
    let server = setup::server(app.db.read(), guild).await?;
    let (now, zone) = (app.clock.now(), &server.zone);
    let first = Week::containing(Story::begins(), zone).next();
    let weeks = std::iter::successors(Some(first), |week| Some(week.next()));
    let mut digests = Vec::new();
    for week in weeks.take_while(|week| week.end(zone) <= now) {
        let reading = Reading { db: &app.db, guild, zone, week, now, public: None };
        let digest = digest::gather(app.features(), &reading, &server.name, server.locale, &digest::Sections::All);
        digests.push(digest.await?);
    }
    Ok(digests)
}

/// The last page in the forms that one opens and passes on.
fn pages(digest: &Digest) -> Result<Vec<(&'static str, Vec<u8>)>, Error> {
    let mut pages = vec![("digest.html", digest::html::page(&Sheet::from_digest(digest, None)).into_bytes())];
    if let Some(File { content: Content::Picture(svg), .. }) = digest::picture(digest) {
        pages.push(("digest.png", chart::png(&svg)?));
    }
    Ok(pages)
}

async fn asked_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
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
