//! Where suggestions were posted, and what becomes of the feedback of people who are forgotten or opt out: what they said
//! goes, and the cards follow. What somebody has suggested stands when they opt out, and does not count them.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::{PersonChange, card, upvotes};
use crate::ids::{GuildId, MemberId};

use super::cards::SUGGESTION;
use super::store::{items, suggestions};
use super::{NAME, SuggestionId, alerts, cards, pins, suggesting};

/// The card of a suggestion was posted: that is where its words are found.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded) -> Result<()> {
    let Outcome::Done { message: Some(place) } = order.outcome else { return Ok(()) };
    if card::get(&mut *tx, SUGGESTION.name, order.guild, order.row).await?.order != Some(order.id) {
        return Ok(());
    }
    let suggestion = suggestions::get(&mut *tx, order.guild, SuggestionId(order.row)).await?;
    match suggestion.and_then(|suggestion| suggestion.item) {
        Some(item) => items::set_message(tx, order.guild, item, place).await,
        None => Ok(()),
    }
}

/// Somebody is forgotten, or does not want to be counted any more, or does again.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    match change {
        PersonChange::Forgotten(member) => {
            withdraw_all(app, guild, member).await?;
            forget(app, guild, member).await
        }
        PersonChange::Decided(member) if !app.consent.is_counted(guild, member) => forget(app, guild, member).await,
        PersonChange::Decided(_) | PersonChange::Gone => Ok(()),
    }
}

/// What somebody suggested is withdrawn, and what they voted for counts one less.
async fn withdraw_all(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let own = suggestions::of_author(app.db.read(), guild, member).await?;
    let voted = upvotes::of_member(app.db.read(), guild, NAME, member).await?;
    if own.is_empty() && voted.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        for suggestion in own {
            suggesting::withdraw(&mut *tx, guild, &suggestion, now).await?;
        }
        for row in voted {
            upvotes::take_back(&mut *tx, suggestions::votes_for(guild, SuggestionId(row)), member).await?;
            if let Some(suggestion) = suggestions::get(&mut *tx, guild, SuggestionId(row)).await? {
                suggesting::follow(&mut *tx, guild, &suggestion, now).await?;
            }
        }
        Ok(())
    });
    gone.await
}

async fn forget(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let themes = items::themes_of(app.db.read(), guild, member).await?;
    if themes.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        items::uncount_suggested(&mut *tx, guild, member).await?;
        let messages = items::messages_of(&mut *tx, guild, member).await?;
        items::delete_of(&mut *tx, guild, member).await?;
        for place in messages {
            pins::take_away(&mut *tx, guild, place, now).await?;
        }
        for theme in themes {
            alerts::follow(&mut *tx, guild, theme, now).await?;
            cards::show(&mut *tx, guild, theme, now).await?;
        }
        Ok(())
    });
    gone.await
}
