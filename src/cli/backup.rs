//! `steward backup FILE`: a proved copy of the database, also while the bot writes to it.
//!
//! It never takes the place of another file, and whatever goes wrong leaves nothing behind.

use std::path::PathBuf;

use super::{Exit, Failure, Outcome};
use crate::config::Config;
use crate::db;
use crate::db::copy::CopyError;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where the copy is written; the file must not be there yet
    #[arg(value_name = "FILE")]
    to: PathBuf,
}

impl From<CopyError> for Failure {
    fn from(error: CopyError) -> Self {
        let exit = match error {
            CopyError::Exists(_) | CopyError::Folder(_) | CopyError::NoFolder(_) => Exit::Usage,
            _ => Exit::Database,
        };
        Self::new(exit, error.to_string())
    }
}

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let copied = tokio::select! {
        copied = db::copy_of(&config.database_url, &args.to) => copied?,
        // What was written so far goes with the future that wrote it.
        _ = tokio::signal::ctrl_c() => return Err(Failure::new(Exit::Finding, "Stopped before the copy was whole; nothing was left behind.")),
    };
    super::talk(report(&copied.display().to_string(), &args.to.display().to_string()));
    Ok(Exit::Done)
}

fn report(database: &str, copy: &str) -> String {
    format!(
        "{copy} is a copy of {database} as it is now, looked through and found whole.\n\
         Keep it where only you can read it: it says who was warned for what. `steward restore {copy}` puts it back.\n\
         What must never be in a copy lies beside the database in steward.keys; move that file too where you move Steward."
    )
}
