//! What a server has chosen: its language and its zone. The form to change them comes later; until
//! then Discord's preferred locale and UTC hold.

mod listen;
pub mod store;

use serenity::all::GatewayIntents;
use sqlx::SqliteExecutor;

use crate::error::Result;
use crate::feature::Feature;
use crate::ids::GuildId;
use crate::text::zone::Zone;

pub use store::{Settings, settings};

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        intents: GatewayIntents::GUILDS,
        ..Feature::named("setup")
    }
}

/// The zone of a server; UTC as long as nothing is known.
///
/// # Errors
/// Fault, if the database does not answer.
pub async fn zone(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Zone> {
    Ok(settings(db, guild).await?.map_or_else(Zone::utc, |settings| settings.zone))
}
