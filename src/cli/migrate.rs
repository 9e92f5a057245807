//! `steward migrate`: the database brought to the schema of this version, and nothing else.
//!
//! `steward run` does the same when it starts; this is for whoever wants to see it happen first.

use super::{Exit, Outcome};
use crate::config::Config;
use crate::db::{Db, MIGRATOR};

pub(super) async fn perform(config: Config) -> Outcome {
    let db = super::open_alone(&config).await?;
    super::talk(report(&db));
    db.close().await;
    Ok(Exit::Done)
}

fn report(db: &Db) -> String {
    let path = db.path().display();
    let done = db.migrated();
    if done.applied.is_empty() {
        let newest = MIGRATOR.iter().map(|step| step.version).max().unwrap_or(0);
        return format!("The database {path} already has the schema of this version ({newest}). Nothing was changed.");
    }
    let mut text = format!("The database {path} now has the schema of this version. Steps applied:");
    for (version, name) in &done.applied {
        text.push_str(&format!("\n  {version} {name}"));
    }
    if let Some(copy) = &done.copy {
        text.push_str(&format!("\nA copy from before stands at {}.", copy.display()));
        text.push_str(
            "\nTo go back: stop Steward, put the copy in the place of the database, start the older version.",
        );
    }
    text
}
