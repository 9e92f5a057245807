//! `steward restore FILE`: a copy in the place of the database, and what the time in between asks for.
//!
//! What Discord and its people did since the copy was made is not undone and not known. So nothing
//! that was open in the copy is done blindly a second time, numbers are not given out twice where
//! that can be known, and what is said here tells what was lost.

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use super::{Exit, Failure, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::keys::Keys;
use crate::db::restore;
use crate::db::restore::{RestoreError, Restored};
use crate::discord::outbox;
use crate::feature::registry::tables;
use crate::features;
use crate::features::{copies, privacy};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A copy that `steward backup` or a night has made
    #[arg(value_name = "FILE")]
    copy: PathBuf,
}

impl From<RestoreError> for Failure {
    fn from(error: RestoreError) -> Self {
        let exit = match error {
            RestoreError::Missing(_) | RestoreError::NoFile(_) | RestoreError::Itself(_) => Exit::Usage,
            _ => Exit::Database,
        };
        Self::new(exit, error.to_string())
    }
}

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let clock = Clock::system();
    let restored = put_back(&config, &clock, &args.copy).await?;
    super::talk(report(&restored, &args.copy.display().to_string()));
    let forgotten = forget_again(&config, &clock).await.map_err(|failure| {
        Failure::new(
            failure.exit,
            format!(
                "Whoever was forgotten since the copy was made is not yet: {}\nThe next start tries again.",
                failure.words
            ),
        )
    })?;
    if forgotten > 0 {
        super::talk(format!("People who were forgotten since the copy was made are forgotten in it too: {forgotten}."));
    }
    Ok(Exit::Done)
}

/// Puts a copy in the place of the database.
///
/// # Errors
/// Why nothing was put back.
pub async fn put_back(config: &Config, clock: &Clock, copy: &Path) -> Result<Restored<u64>, RestoreError> {
    let now = clock.now();
    let settle = async |tx: &mut SqliteConnection| outbox::after_restore(tx, now).await;
    restore::restore(&config.database_url, clock, copy, &copies::rules::aside(now), settle).await
}

/// By `steward.keys`, which is in no copy: how many people a copy has brought back. Every start does the
/// same, but nobody should have to wait for one.
///
/// # Errors
/// If the database or the file cannot be used.
pub async fn forget_again(config: &Config, clock: &Clock) -> Result<usize, Failure> {
    let db = super::open_alone(config).await?;
    let keys = Keys::beside(db.path());
    let forgotten = privacy::reapply(&db, &keys, &tables(&features::all()), clock.now()).await;
    db.close().await;
    Ok(forgotten?)
}

fn report(restored: &Restored<u64>, copy: &str) -> String {
    let path = restored.path.display();
    let mut text = format!("{path} is now what {copy} held.");
    if !restored.applied.is_empty() {
        let count = restored.applied.len();
        text.push_str(&format!("\nIt was brought to the schema of this version ({count} steps)."));
    }
    match &restored.aside {
        Some(aside) => text.push_str(&format!(
            "\nThe database that was there is kept for two weeks as {}; `steward restore` of that file goes back to it.",
            aside.display()
        )),
        None => text.push_str("\nNo database was there before."),
    }
    text.push_str("\nWhat was decided after the copy was made is not on record any more, but still holds in Discord.");
    if !restored.numbers_known {
        text.push_str("\nNumbers of cases, polls and surveys that were given since may be given again.");
    }
    if restored.settled > 0 {
        text.push_str(&format!(
            "\n{} things that were on their way in the copy are not done again, for they may be done: look at the cases that say \"not known\".",
            restored.settled
        ));
    }
    text.push_str(
        "\nWeekly digests that were due before now are kept and not posted; `/digest now` posts the last one.",
    );
    text
}
