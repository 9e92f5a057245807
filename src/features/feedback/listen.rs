//! What becomes of the feedback of people who are forgotten or opt out: what they said goes, and the cards follow.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::error::Result;
use crate::feature::PersonChange;
use crate::ids::{GuildId, MemberId};

use super::cards;
use super::store::items;

/// Somebody is forgotten, or does not want to be counted any more, or does again.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    match change {
        PersonChange::Forgotten(member) => forget(app, guild, member).await,
        PersonChange::Decided(member) if !app.consent.is_counted(guild, member) => forget(app, guild, member).await,
        PersonChange::Decided(_) | PersonChange::Gone => Ok(()),
    }
}

async fn forget(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let themes = items::themes_of(app.db.read(), guild, member).await?;
    if themes.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        items::delete_of(&mut *tx, guild, member).await?;
        for theme in themes {
            cards::show(&mut *tx, guild, theme, now).await?;
        }
        Ok(())
    });
    gone.await
}
