//! `steward digest`: the digest of a week without Discord, as text, Markdown, JSON, HTML or
//! CSV.
//!
//! Written in the language of the server. May run beside a running bot. A week of which nothing is
//! known is an error that says what would give some figures; nothing is written then.
//!
//! CSV has no mark of UTF-8, not in a file either: programs read what the command line writes. The
//! files that people get in Discord have one.

use std::path::{Path, PathBuf};

use super::{Exit, Failure, Outcome};
use crate::clock::{Clock, Timestamp};
use crate::config::Config;
use crate::db::Db;
use crate::error::Result;
use crate::feature::section::Reading;
use crate::features;
use crate::features::activity::figures;
use crate::features::{digest, setup};
use crate::ids::GuildId;
use crate::text::zone::Week;

/// Which digest, and where it goes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The server [default: the only one in the database]
    #[arg(long, value_name = "ID")]
    pub guild: Option<GuildId>,
    /// The week, as 2026-W47
    #[arg(long)]
    pub week: Week,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// A file instead of stdout, with the same bytes
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How the digest is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Plain, for a terminal
    #[default]
    Text,
    /// Markdown, as Discord and others read it
    Md,
    /// For programs
    Json,
    /// A page of its own, to open, forward or print
    Html,
    /// For spreadsheets
    Csv,
}

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let db = super::open_beside(&config).await?;
    let page = page(&db, &args, Clock::system().now()).await;
    db.close().await;
    let page = page?;
    match &args.out {
        Some(file) => std::fs::write(file, page).map_err(|error| unwritable(file, &error))?,
        None => super::print(page)?,
    }
    Ok(Exit::Done)
}

/// The digest in the form that was asked for.
async fn page(db: &Db, args: &Args, now: Timestamp) -> Result<Vec<u8>> {
    let guild = figures::choose_guild(db, args.guild).await?;
    let server = setup::server(db.read(), guild).await?;
    let reading = Reading { db, guild, zone: &server.zone, week: args.week, now, public: None };
    let digest =
        digest::gather(&features::all(), &reading, &server.name, server.locale, &digest::Sections::All).await?;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }
    match args.format {
        Format::Text => Ok(digest::text::terminal(&digest).into_bytes()),
        Format::Md => Ok(String::from(digest::text::markdown(&digest)).into_bytes()),
        Format::Json => Ok(digest::json::write(&digest)?.into_bytes()),
        Format::Html => Ok(digest::html::page(&digest::sheet::Sheet::from_digest(&digest, None)).into_bytes()),
        Format::Csv => Ok(digest::csv::write(&digest)?.into_bytes()),
    }
}

fn unwritable(file: &Path, error: &std::io::Error) -> Failure {
    let say = format!("The digest cannot be written to {} ({error}).\nName a file that you may write.", file.display());
    Failure::new(Exit::Finding, say)
}
