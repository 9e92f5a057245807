//! Everything that is kept about a person, as a file that people and programs can read.

use serde_json::json;

use crate::db::people;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::file::File;
use crate::error::Result;
use crate::text::zone::iso_utc;

use super::Problem;

/// Rises with every change that a program would notice.
const SCHEMA_VERSION: u32 = 1;

/// What there is about the actor.
///
/// # Errors
/// Told, if it is too large; fault, if the database does not answer.
pub async fn file(interaction: &Interaction, server: &str) -> Result<File> {
    let (app, guild, member) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    app.flush().await;
    let mut db = app.db.read().acquire().await?;
    let kept = people::export(&mut db, &app.tables, guild, member).await?;
    drop(db);
    let export = json!({
        "schema_version": SCHEMA_VERSION,
        "server": {"id": guild.to_string(), "name": server},
        "person": member.to_string(),
        "made_at": iso_utc(app.clock.now()),
        "kept": kept,
    });
    let file = File::text(format!("steward-{guild}.json"), serde_json::to_string_pretty(&export)?);
    if file.is_too_large() { Err(Problem::TooLarge.into()) } else { Ok(file) }
}
