//! `steward stats`: one row for each week, for spreadsheets.

use crate::ids::GuildId;
use crate::text::zone::WeekRange;

/// Which weeks, and of whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The server [default: the only one in the database]
    #[arg(long, value_name = "ID")]
    pub guild: Option<GuildId>,
    /// First and last week, as 2026-W40..2026-W47
    #[arg(long, value_name = "A..B")]
    pub weeks: WeekRange,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How the rows are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    #[default]
    Csv,
}
