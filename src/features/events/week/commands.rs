//! `/events`, for everyone: the week, and with `feed` the calendar to subscribe to.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion};
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::features::setup;
use crate::i18n::plain;
use crate::text::zone::{Week, iso_date};

use super::{components, plan};

/// Weeks that are offered, from this one on.
const OFFERED: usize = 8;

/// See what’s on, day by day
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn events(
    ctx: Context<'_>,
    #[description = "Which week, like 2026-W49 or 2026-12-05 [this week]"]
    #[autocomplete = "weeks"]
    #[max_length = 20]
    week: Option<String>,
    #[description = "Show the addresses of calendars to subscribe to [no]"] feed: Option<bool>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    if feed == Some(true) {
        return interaction.reply_ephemeral(&components::feeds(&interaction).await?).await;
    }
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let week = plan::resolve(week.as_deref(), zone.day(interaction.app.clock.now()))?;

    interaction.reply_ephemeral(&plan::shown(&interaction, week, 0).await?).await
}

/// The weeks to come, while somebody types.
async fn weeks(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        let first = Week::containing(interaction.app.clock.now(), &zone);
        let weeks = std::iter::successors(Some(first), |week| Some(week.next())).take(OFFERED);
        let offered = weeks.filter(|week| week.to_string().contains(typed.trim())).map(|week| {
            let label = Message::new("events-week-offered")
                .with("week", week.to_string())
                .with("from", iso_date(week.first_day()))
                .with("until", iso_date(week.first_day() + 6));
            Suggestion::new(plain(interaction.actor.locale, &label), week.to_string())
        });
        Ok(offered.collect())
    };
    autocomplete::offer(ctx, find).await
}
