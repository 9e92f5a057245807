//! `steward import`: history from before Steward came, out of DiscordChatExporter's JSON.
//!
//! May run beside a running bot. What is done and what came of it goes to stderr.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use super::{Exit, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::Result;
use crate::features::activity::import;
use crate::features::activity::import::{LeftOut, Progress, Summary};
use crate::features::{privacy, setup};
use crate::ids::GuildId;
use crate::text::zone::{Week, WeekRange};

/// What to import, and for whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Exported files, or folders with them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
    /// The server they have to belong to [default: the one the files name]
    #[arg(long, value_name = "ID")]
    pub guild: Option<GuildId>,
}

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let db = super::open_beside(&config).await?;
    let left_out = LeftOut::new(&db, privacy::consent(&db).await?);
    let outcome = import::import(&db, &Clock::system(), &args.paths, args.guild, &left_out, show).await;
    let told = match &outcome {
        Ok(summary) => report(&db, summary).await,
        Err(_) => Ok(String::new()),
    };
    db.close().await;
    outcome?;
    super::talk(told?.trim_end());
    Ok(Exit::Done)
}

/// One line that is written over where somebody watches, else a line for every tenth of the way.
fn show(progress: &Progress) {
    let Progress { files, files_done, messages, bytes, bytes_done, .. } = *progress;
    let line = format!(
        "{files_done} of {files} files, {} of {} MB, {messages} messages",
        bytes_done.div_ceil(1_000_000),
        bytes.div_ceil(1_000_000)
    );
    if std::io::stderr().is_terminal() {
        // A line that cannot be shown is no reason to stop.
        let _ = write!(std::io::stderr(), "\r{line}\x1b[K{}", if files_done == files { "\n" } else { "" });
    } else if files_done == files || files_done % files.div_ceil(10) == 0 {
        super::talk(line);
    }
}

/// What came of it, and what to do with it.
async fn report(db: &Db, summary: &Summary) -> Result<String> {
    let Progress { files, files_known, messages, messages_known, joins, .. } = summary.progress;
    let mut text = format!("Imported: {messages} messages and {joins} joins from {files} files.\n");
    if messages_known > 0 {
        text.push_str(&format!("{messages_known} messages had been counted before and were not counted again.\n"));
    }
    if files_known > 0 {
        text.push_str(&format!("{files_known} of the files were in already.\n"));
    }
    for (guild, name) in &summary.guilds {
        text.push_str(&format!("Server: {name} ({guild})"));
        if let Some(span) = summary.span.filter(|_| summary.guilds.len() == 1) {
            let zone = setup::server(db.read(), *guild).await?.zone;
            let weeks = WeekRange { first: Week::containing(span.from, &zone), last: Week::containing(span.to, &zone) };
            text.push_str(&format!("\nIts figures: steward stats --guild {guild} --weeks {weeks} --format csv"));
        }
        text.push('\n');
    }
    Ok(text)
}
