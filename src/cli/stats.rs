//! `steward stats`: one row for each week, for spreadsheets.

use super::{Exit, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::Result;
use crate::features::activity::figures;
use crate::features::setup;
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

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let db = super::open_beside(&config).await?;
    let table = table(&db, &args).await;
    db.close().await;
    super::print(table?)?;
    Ok(Exit::Done)
}

async fn table(db: &Db, args: &Args) -> Result<Vec<u8>> {
    let guild = figures::choose_guild(db, args.guild).await?;
    let zone = setup::server(db.read(), guild).await?.zone;
    let weeks = figures::weeks(db, guild, &zone, args.weeks, Clock::system().now()).await?;
    if weeks.is_empty() {
        super::talk(format_args!("Nothing is on record for {}: no week of it was counted or imported.", args.weeks));
    }
    match args.format {
        Format::Csv => Ok(figures::csv(&weeks)?.into_bytes()),
    }
}
