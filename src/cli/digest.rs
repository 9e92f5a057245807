//! `steward digest`: the weekly digest on paper.

use std::path::PathBuf;

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
    /// A file instead of stdout
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How the digest is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Md,
    Json,
    Csv,
}
