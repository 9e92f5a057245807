//! `steward import`: history from before Steward came, out of DiscordChatExporter's JSON.

use std::path::PathBuf;

use crate::ids::GuildId;

/// What to import, and for whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Exported files, or folders with them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
    /// The server they belong to [default: the one the files name]
    #[arg(long, value_name = "ID")]
    pub guild: Option<GuildId>,
}
