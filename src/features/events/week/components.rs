//! Turning weeks and pages, and the addresses of calendars to subscribe to.

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::events::actions::RENEW_FEED;
use crate::features::events::calendar::feed;
use crate::features::events::calendar::store::Whose;
use crate::text::zone::Week;

use super::views::FeedOf;
use super::{plan, views};

/// *Previous week*, *Next week* and the pages of one: the row is a day of the week, the argument the page.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let page = id.arg.parse().unwrap_or(0);
    interaction.update_message(&plan::shown(&interaction, Week::of_day(id.row), page).await?).await
}

/// *Calendar feeds*.
pub async fn show_feeds(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;
    interaction.reply_ephemeral(&feeds(&interaction).await?).await
}

/// *New address*: the one before leads nowhere from then on. That of the server is for managers.
pub async fn renew(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let whose = if id.arg == FeedOf::SERVER { Whose::Everyone } else { Whose::Member(interaction.actor.member) };
    if whose == Whose::Everyone {
        parties::require(&interaction, RENEW_FEED)?;
    }
    let (app, guild, now) = (&interaction.app, interaction.actor.guild, interaction.app.clock.now());

    feed::address(app, guild, whose, true, now).await?.ok_or_else(|| Message::new("events-feed-off"))?;

    interaction.update_message(&feeds(&interaction).await?).await
}

/// The addresses of the actor's own calendar and of the server's.
///
/// # Errors
/// Told, if nothing is served to the world.
pub async fn feeds(interaction: &Interaction) -> Result<View> {
    let (app, guild, member) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let off = || Message::new("events-feed-off");
    let own = feed::address(app, guild, Whose::Member(member), false, now).await?.ok_or_else(off)?;
    let server = feed::address(app, guild, Whose::Everyone, false, now).await?.ok_or_else(off)?;
    let may_renew = parties::require(interaction, RENEW_FEED).is_ok();
    Ok(views::feeds(interaction.actor.locale, &FeedOf { own, server, may_renew }))
}
