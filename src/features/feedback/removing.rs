//! Something that was said is feedback no more: it goes from its theme, from the cards and from the alerts, and its
//! author is not counted for it. An idea is withdrawn by that.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::GuildId;

use super::store::{items, suggestions};
use super::{Item, alerts, cards, pins, suggesting};

/// An item goes, and whatever shows it follows.
pub async fn remove(tx: &mut SqliteConnection, guild: GuildId, item: &Item, now: Timestamp) -> Result<()> {
    match suggestions::of_item(&mut *tx, guild, item.id).await? {
        Some(suggestion) => suggesting::withdraw(&mut *tx, guild, &suggestion, now).await?,
        None => {
            items::delete(&mut *tx, guild, item.id).await?;
            if let Some(place) = item.channel.zip(item.message) {
                pins::take_away(&mut *tx, guild, place, now).await?;
            }
        }
    }
    alerts::follow(&mut *tx, guild, item.theme, now).await?;
    cards::show(tx, guild, item.theme, now).await
}
